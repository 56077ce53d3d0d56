"""The Python client of the Apertis AI API.

    from apertis import Apertis

    client = Apertis()
    response = client.chat.completions.create(
        model="gpt-4.1-mini", messages=[{"role": "user", "content": "Hello!"}]
    )
    print(response.choices[0].message.content)

Each name loads what it needs when it is first used.
"""

from importlib import import_module

from ._version import __version__ as __version__

TYPE_CHECKING = False  # importing `typing` would take longer than all that is imported here
if TYPE_CHECKING:
    from typing import Any

    from apertis_client.answer import Fallback as Fallback
    from apertis_client.answer import RateLimit as RateLimit
    from apertis_client.models import *  # noqa: F403  every schema, by the name the spec gives it

    from ._aiohttp import AiohttpClient as AiohttpClient
    from ._client import Apertis as Apertis
    from ._client import AsyncApertis as AsyncApertis
    from ._completion_stream import AsyncChatCompletionStream as AsyncChatCompletionStream
    from ._completion_stream import (
        AsyncChatCompletionStreamManager as AsyncChatCompletionStreamManager,
    )
    from ._completion_stream import ChatCompletionStream as ChatCompletionStream
    from ._completion_stream import ChatCompletionStreamManager as ChatCompletionStreamManager
    from ._conversation import AsyncConversation as AsyncConversation
    from ._conversation import Conversation as Conversation
    from ._events import ChatCompletionStreamEvent as ChatCompletionStreamEvent
    from ._events import ChunkEvent as ChunkEvent
    from ._events import ContentDeltaEvent as ContentDeltaEvent
    from ._events import ContentDoneEvent as ContentDoneEvent
    from ._events import FunctionToolCallArgumentsDeltaEvent as FunctionToolCallArgumentsDeltaEvent
    from ._events import FunctionToolCallArgumentsDoneEvent as FunctionToolCallArgumentsDoneEvent
    from ._events import LogprobsContentDeltaEvent as LogprobsContentDeltaEvent
    from ._events import LogprobsContentDoneEvent as LogprobsContentDoneEvent
    from ._events import LogprobsRefusalDeltaEvent as LogprobsRefusalDeltaEvent
    from ._events import LogprobsRefusalDoneEvent as LogprobsRefusalDoneEvent
    from ._events import RefusalDeltaEvent as RefusalDeltaEvent
    from ._events import RefusalDoneEvent as RefusalDoneEvent
    from ._exceptions import *  # noqa: F403
    from ._parsed import ParsedChatCompletion as ParsedChatCompletion
    from ._parsed import ParsedChatCompletionChoice as ParsedChatCompletionChoice
    from ._parsed import ParsedChatCompletionMessage as ParsedChatCompletionMessage
    from ._parsed import ParsedFunction as ParsedFunction
    from ._parsed import ParsedToolCall as ParsedToolCall
    from ._parts import audio_part as audio_part
    from ._parts import image_part as image_part
    from ._parts import video_part as video_part
    from ._raw import APIResponse as APIResponse
    from ._raw import AsyncStreamingAPIResponse as AsyncStreamingAPIResponse
    from ._raw import StreamingAPIResponse as StreamingAPIResponse
    from ._retry import Outcome as Outcome
    from ._retry import RetryPolicy as RetryPolicy
    from ._streaming import AsyncStream as AsyncStream
    from ._streaming import Stream as Stream
    from ._tool_run import AsyncStreamedToolTurn as AsyncStreamedToolTurn
    from ._tool_run import AsyncToolRun as AsyncToolRun
    from ._tool_run import AsyncToolTurn as AsyncToolTurn
    from ._tool_run import RequestedCall as RequestedCall
    from ._tool_run import StreamedToolTurn as StreamedToolTurn
    from ._tool_run import ToolRun as ToolRun
    from ._tool_run import ToolTurn as ToolTurn
    from ._tools import Tool as Tool
    from ._tools import pydantic_function_tool as pydantic_function_tool
    from ._tools import tool as tool

_HOMES = {
    "._aiohttp": ("AiohttpClient",),
    "._client": ("Apertis", "AsyncApertis"),
    "._completion_stream": (
        "AsyncChatCompletionStream",
        "AsyncChatCompletionStreamManager",
        "ChatCompletionStream",
        "ChatCompletionStreamManager",
    ),
    "._conversation": ("AsyncConversation", "Conversation"),
    "._events": (
        "ChatCompletionStreamEvent",
        "ChunkEvent",
        "ContentDeltaEvent",
        "ContentDoneEvent",
        "FunctionToolCallArgumentsDeltaEvent",
        "FunctionToolCallArgumentsDoneEvent",
        "LogprobsContentDeltaEvent",
        "LogprobsContentDoneEvent",
        "LogprobsRefusalDeltaEvent",
        "LogprobsRefusalDoneEvent",
        "RefusalDeltaEvent",
        "RefusalDoneEvent",
    ),
    "._parsed": (
        "ParsedChatCompletion",
        "ParsedChatCompletionChoice",
        "ParsedChatCompletionMessage",
        "ParsedFunction",
        "ParsedToolCall",
    ),
    "._parts": ("audio_part", "image_part", "video_part"),
    "._raw": ("APIResponse", "AsyncStreamingAPIResponse", "StreamingAPIResponse"),
    "._retry": ("Outcome", "RetryPolicy"),
    "._streaming": ("AsyncStream", "Stream"),
    "._tool_run": (
        "AsyncStreamedToolTurn",
        "AsyncToolRun",
        "AsyncToolTurn",
        "RequestedCall",
        "StreamedToolTurn",
        "ToolRun",
        "ToolTurn",
    ),
    "._tools": ("Tool", "pydantic_function_tool", "tool"),
    "apertis_client.answer": ("Fallback", "RateLimit"),
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> "Any":
    if name == "__all__":  # asked for by `from apertis import *`
        return [name for name in __dir__() if name != "AiohttpClient"]  # which needs an extra
    if name.startswith("_"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    homes = [_MODULES[name]] if name in _MODULES else ["._exceptions", "apertis_client.models"]
    for home in homes:
        module = import_module(home, __name__)
        if name in module.__all__ or name in _MODULES:
            value = globals()[name] = getattr(module, name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    from apertis_client import models

    from . import _exceptions

    return sorted({"__version__", *_MODULES, *_exceptions.__all__, *models.__all__})
