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
if TYPE_CHECKING:  # the public names of each module, for type checkers
    from typing import Any

    from apertis_client._runtime.contents import BinaryContent as BinaryContent
    from apertis_client._runtime.response import Fallback as Fallback
    from apertis_client._runtime.response import RateLimit as RateLimit
    from apertis_client.models import *

    from ._answers.requested_call import RequestedCall as RequestedCall
    from ._client import *
    from ._conversation.async_conversation import *
    from ._conversation.sync_conversation import *
    from ._core.retry import Outcome as Outcome
    from ._core.retry import RetryPolicy as RetryPolicy
    from ._errors.tree import *
    from ._resource.async_streaming_responses import (
        AsyncStreamingAPIResponse as AsyncStreamingAPIResponse,
    )
    from ._resource.responses import APIResponse as APIResponse
    from ._resource.sync_streaming_responses import StreamingAPIResponse as StreamingAPIResponse
    from ._schema.tool import Tool as Tool
    from ._schema.tool import pydantic_function_tool as pydantic_function_tool
    from ._schema.tool import tool as tool
    from ._streaming.async_stream import *
    from ._streaming.sync_stream import *
    from .chat.async_completion_stream import *
    from .chat.async_tool_run import *
    from .chat.events import *
    from .chat.parsed import *
    from .chat.parts import audio_part as audio_part
    from .chat.parts import image_part as image_part
    from .chat.parts import video_part as video_part
    from .chat.sync_completion_stream import *
    from .chat.sync_tool_run import *
    from .messages.async_message_stream import *
    from .messages.async_tool_run import *
    from .messages.events import *
    from .messages.parsed import *
    from .messages.sync_message_stream import *
    from .messages.sync_tool_run import *
    from .responses.async_response_stream import *
    from .responses.async_tool_run import *
    from .responses.events import *
    from .responses.parsed import *
    from .responses.sync_response_stream import *
    from .responses.sync_tool_run import *

# The same names for the interpreter, which loads a module when one of its names is used.
_HOMES = {
    "apertis._answers.requested_call": "RequestedCall",
    "apertis._client": "Apertis AsyncApertis",
    "apertis._conversation.async_conversation": "AsyncConversation",
    "apertis._conversation.sync_conversation": "Conversation",
    "apertis._core.retry": "Outcome RetryPolicy",
    "apertis._resource.async_streaming_responses": "AsyncStreamingAPIResponse",
    "apertis._resource.responses": "APIResponse",
    "apertis._resource.sync_streaming_responses": "StreamingAPIResponse",
    "apertis._schema.tool": "Tool pydantic_function_tool tool",
    "apertis._streaming.async_stream": "AsyncStream",
    "apertis._streaming.sync_stream": "Stream",
    "apertis.chat.async_completion_stream": (
        "AsyncChatCompletionStream AsyncChatCompletionStreamManager"
    ),
    "apertis.chat.async_tool_run": "AsyncStreamedToolTurn AsyncToolRun AsyncToolTurn",
    "apertis.chat.events": (
        "ChatCompletionStreamEvent ChunkEvent ContentDeltaEvent ContentDoneEvent"
        " FunctionToolCallArgumentsDeltaEvent FunctionToolCallArgumentsDoneEvent"
        " LogprobsContentDeltaEvent LogprobsContentDoneEvent LogprobsRefusalDeltaEvent"
        " LogprobsRefusalDoneEvent RefusalDeltaEvent RefusalDoneEvent"
    ),
    "apertis.chat.parsed": (
        "ParsedChatCompletion ParsedChatCompletionChoice ParsedChatCompletionMessage"
        " ParsedFunction ParsedToolCall"
    ),
    "apertis.chat.parts": "audio_part image_part video_part",
    "apertis.chat.sync_completion_stream": "ChatCompletionStream ChatCompletionStreamManager",
    "apertis.chat.sync_tool_run": "StreamedToolTurn ToolRun ToolTurn",
    "apertis.messages.async_message_stream": "AsyncMessageStream AsyncMessageStreamManager",
    "apertis.messages.async_tool_run": (
        "AsyncMessageToolRun AsyncMessageToolTurn AsyncStreamedMessageToolTurn"
    ),
    "apertis.messages.events": (
        "CitationEvent ContentBlockDoneEvent InputJSONEvent MessageDoneEvent SignatureEvent"
        " TextEvent ThinkingEvent TypedMessageEvent"
    ),
    "apertis.messages.parsed": "ParsedContentBlock ParsedMessage ParsedToolUseBlock",
    "apertis.messages.sync_message_stream": "MessageStream MessageStreamManager",
    "apertis.messages.sync_tool_run": ("MessageToolRun MessageToolTurn StreamedMessageToolTurn"),
    "apertis.responses.async_response_stream": "AsyncResponseStream AsyncResponseStreamManager",
    "apertis.responses.async_tool_run": (
        "AsyncResponseToolRun AsyncResponseToolTurn AsyncStreamedResponseToolTurn"
    ),
    "apertis.responses.events": (
        "ResponseArgumentsSoFarEvent ResponseDoneEvent ResponseTextSoFarEvent TypedResponseEvent"
    ),
    "apertis.responses.parsed": "ParsedResponse ParsedResponseFunctionCall ParsedResponseItem",
    "apertis.responses.sync_response_stream": "ResponseStream ResponseStreamManager",
    "apertis.responses.sync_tool_run": (
        "ResponseToolRun ResponseToolTurn StreamedResponseToolTurn"
    ),
    "apertis_client._runtime.contents": "BinaryContent",
    "apertis_client._runtime.response": "Fallback RateLimit",
}
_OTHERS = ("apertis._errors.tree", "apertis_client.models")
_MODULES = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> "Any":
    if name == "__all__":  # asked for by `from apertis import *`
        return __dir__()
    if name == "AiohttpClient":
        raise ImportError("AiohttpClient is gone: AsyncApertis without an http_client is faster")
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
    from apertis_client import models

    from ._errors import tree

    return sorted({"__version__", *_MODULES, *tree.__all__, *models.__all__})
