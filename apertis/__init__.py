"""The Python client of the Apertis AI API.

    from apertis import Apertis

    client = Apertis()
    response = client.chat.completions.create(
        model="gpt-4.1-mini", messages=[{"role": "user", "content": "Hello!"}]
    )
    print(response.choices[0].message.content)

Each name loads what it needs when it is first used.
"""

from ._version import __version__ as __version__

TYPE_CHECKING = False  # importing `typing` would take longer than all that is imported here
if TYPE_CHECKING:
    from typing import Any

    from apertis_client._runtime.response import Fallback as Fallback
    from apertis_client._runtime.response import RateLimit as RateLimit
    from apertis_client.models import *  # noqa: F403  every schema, by the name the spec gives it

    from ._client import Apertis as Apertis
    from ._client import AsyncApertis as AsyncApertis
    from ._conversation.conversation import AsyncConversation as AsyncConversation
    from ._conversation.conversation import Conversation as Conversation
    from ._core.retry import Outcome as Outcome
    from ._core.retry import RetryPolicy as RetryPolicy
    from ._errors.tree import *  # noqa: F403
    from ._resource.responses import APIResponse as APIResponse
    from ._resource.streaming_responses import (
        AsyncStreamingAPIResponse as AsyncStreamingAPIResponse,
    )
    from ._resource.streaming_responses import StreamingAPIResponse as StreamingAPIResponse
    from ._schema.tool import Tool as Tool
    from ._schema.tool import pydantic_function_tool as pydantic_function_tool
    from ._schema.tool import tool as tool
    from ._streaming.stream import AsyncStream as AsyncStream
    from ._streaming.stream import Stream as Stream
    from ._transport.aiohttp_client import AiohttpClient as AiohttpClient
    from .chat.completion_stream import AsyncChatCompletionStream as AsyncChatCompletionStream
    from .chat.completion_stream import (
        AsyncChatCompletionStreamManager as AsyncChatCompletionStreamManager,
    )
    from .chat.completion_stream import ChatCompletionStream as ChatCompletionStream
    from .chat.completion_stream import ChatCompletionStreamManager as ChatCompletionStreamManager
    from .chat.events import ChatCompletionStreamEvent as ChatCompletionStreamEvent
    from .chat.events import ChunkEvent as ChunkEvent
    from .chat.events import ContentDeltaEvent as ContentDeltaEvent
    from .chat.events import ContentDoneEvent as ContentDoneEvent
    from .chat.events import (
        FunctionToolCallArgumentsDeltaEvent as FunctionToolCallArgumentsDeltaEvent,
    )
    from .chat.events import (
        FunctionToolCallArgumentsDoneEvent as FunctionToolCallArgumentsDoneEvent,
    )
    from .chat.events import LogprobsContentDeltaEvent as LogprobsContentDeltaEvent
    from .chat.events import LogprobsContentDoneEvent as LogprobsContentDoneEvent
    from .chat.events import LogprobsRefusalDeltaEvent as LogprobsRefusalDeltaEvent
    from .chat.events import LogprobsRefusalDoneEvent as LogprobsRefusalDoneEvent
    from .chat.events import RefusalDeltaEvent as RefusalDeltaEvent
    from .chat.events import RefusalDoneEvent as RefusalDoneEvent
    from .chat.parsed import ParsedChatCompletion as ParsedChatCompletion
    from .chat.parsed import ParsedChatCompletionChoice as ParsedChatCompletionChoice
    from .chat.parsed import ParsedChatCompletionMessage as ParsedChatCompletionMessage
    from .chat.parsed import ParsedFunction as ParsedFunction
    from .chat.parsed import ParsedToolCall as ParsedToolCall
    from .chat.parts import audio_part as audio_part
    from .chat.parts import image_part as image_part
    from .chat.parts import video_part as video_part
    from .chat.requested_calls import RequestedCall as RequestedCall
    from .chat.tool_run import AsyncToolRun as AsyncToolRun
    from .chat.tool_run import ToolRun as ToolRun
    from .chat.tool_turns import AsyncStreamedToolTurn as AsyncStreamedToolTurn
    from .chat.tool_turns import AsyncToolTurn as AsyncToolTurn
    from .chat.tool_turns import StreamedToolTurn as StreamedToolTurn
    from .chat.tool_turns import ToolTurn as ToolTurn

_HOMES = {
    "apertis._transport.aiohttp_client": ("AiohttpClient",),
    "apertis._client": ("Apertis", "AsyncApertis"),
    "apertis.chat.completion_stream": (
        "AsyncChatCompletionStream",
        "AsyncChatCompletionStreamManager",
        "ChatCompletionStream",
        "ChatCompletionStreamManager",
    ),
    "apertis._conversation.conversation": ("AsyncConversation", "Conversation"),
    "apertis.chat.events": (
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
    "apertis.chat.parsed": (
        "ParsedChatCompletion",
        "ParsedChatCompletionChoice",
        "ParsedChatCompletionMessage",
        "ParsedFunction",
        "ParsedToolCall",
    ),
    "apertis.chat.parts": ("audio_part", "image_part", "video_part"),
    "apertis._resource.responses": ("APIResponse",),
    "apertis._resource.streaming_responses": ("AsyncStreamingAPIResponse", "StreamingAPIResponse"),
    "apertis._core.retry": ("Outcome", "RetryPolicy"),
    "apertis._streaming.stream": ("AsyncStream", "Stream"),
    "apertis.chat.requested_calls": ("RequestedCall",),
    "apertis.chat.tool_run": ("AsyncToolRun", "ToolRun"),
    "apertis.chat.tool_turns": (
        "AsyncStreamedToolTurn",
        "AsyncToolTurn",
        "StreamedToolTurn",
        "ToolTurn",
    ),
    "apertis._schema.tool": ("Tool", "pydantic_function_tool", "tool"),
    "apertis_client._runtime.response": ("Fallback", "RateLimit"),
}
_OTHERS = ("apertis._errors.tree", "apertis_client.models")
_MODULES = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> "Any":
    if name == "__all__":  # asked for by `from apertis import *`
        return __dir__()
    if name.startswith("_"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    homes = [_MODULES[name]] if name in _MODULES else _OTHERS
    for home in homes:
        # Like `importlib.import_module`, which would load three more modules.
        module = __import__(home, fromlist=["__name__"])
        if name in module.__all__:
            value = globals()[name] = getattr(module, name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    from importlib.util import find_spec

    from apertis_client import models

    from ._errors import tree

    names = {"__version__", *_MODULES, *tree.__all__, *models.__all__}
    try:
        has_aiohttp = find_spec("httpx_aiohttp") is not None
    except ValueError:  # it is blocked
        has_aiohttp = False
    return sorted(names if has_aiohttp else names - {"AiohttpClient"})
