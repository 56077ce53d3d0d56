# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ChatCompletionDelta`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ChatCompletionDelta", "ChatCompletionDeltaDict"]


@model
class ChatCompletionDelta(JSONObject):
    """A fragment of a message. Texts are joined in order; tool calls are put together by their
    `index`.

    Attributes:
        role: Role of the author, `assistant`. As a rule on the first fragment only.
        content: The next piece of text. Some upstreams send a list of parts.
        refusal: The next piece of the refusal.
        tool_calls: The next pieces of tool calls.
        function_call: The next piece of a function call. `tool_calls` takes its place.
            Deprecated.
        annotations: Notes on the text, such as the sources it cites. From web search.
        audio: The next piece of the spoken answer.
        reasoning_content: The next piece of reasoning. The spelling of DeepSeek and its like.
        reasoning_details: The next pieces of reasoning. The spelling of GLM and OpenRouter.
        thinking: The next piece of reasoning. Another spelling of `reasoning_content`.
        reasoning: The next piece of reasoning. The spelling of OpenRouter and vLLM.
        citations: The web pages behind the message. From web search.
    """

    role: str | None = None
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[ToolCallDelta] | None = None
    function_call: FunctionDelta | None = None
    annotations: list[URLCitation] | None = None
    audio: AudioData | None = None
    reasoning_content: str | None = None
    reasoning_details: list[ReasoningDetail] | None = None
    thinking: str | None = None
    reasoning: str | None = None
    citations: list[WebSource] | None = None


@for_pydantic
class ChatCompletionDeltaDict(TypedDict):
    """The plain dict that `ChatCompletionDelta` is made from."""

    role: NotRequired[str | None]
    """Role of the author, `assistant`. As a rule on the first fragment only."""
    content: NotRequired[str | None]
    """The next piece of text. Some upstreams send a list of parts."""
    refusal: NotRequired[str | None]
    """The next piece of the refusal."""
    tool_calls: NotRequired[Sequence[ToolCallDelta | ToolCallDeltaDict] | None]
    """The next pieces of tool calls."""
    function_call: NotRequired[FunctionDelta | FunctionDeltaDict | None]
    """The next piece of a function call. `tool_calls` takes its place. Deprecated."""
    annotations: NotRequired[Sequence[URLCitation | URLCitationDict] | None]
    """Notes on the text, such as the sources it cites. From web search."""
    audio: NotRequired[AudioData | AudioDataDict | None]
    """The next piece of the spoken answer."""
    reasoning_content: NotRequired[str | None]
    """The next piece of reasoning. The spelling of DeepSeek and its like."""
    reasoning_details: NotRequired[
        Sequence[ReasoningDetail | ReasoningDetailDict] | None
    ]
    """The next pieces of reasoning. The spelling of GLM and OpenRouter."""
    thinking: NotRequired[str | None]
    """The next piece of reasoning. Another spelling of `reasoning_content`."""
    reasoning: NotRequired[str | None]
    """The next piece of reasoning. The spelling of OpenRouter and vLLM."""
    citations: NotRequired[Sequence[WebSource | WebSourceDict] | None]
    """The web pages behind the message. From web search."""


# Below the class, because schemas may refer to each other in a circle.
from .audio_data import AudioData, AudioDataDict
from .function_delta import FunctionDelta, FunctionDeltaDict
from .message_part import MessagePart
from .reasoning_detail import ReasoningDetail, ReasoningDetailDict
from .tool_call_delta import ToolCallDelta, ToolCallDeltaDict
from .url_citation import URLCitation, URLCitationDict
from .web_source import WebSource, WebSourceDict

set_decoders(
    ChatCompletionDelta,
    texts={
        "content": list_of(object_of(MessagePart)),
    },
    nested={
        "tool_calls": list_of(object_of(ToolCallDelta)),
        "function_call": object_of(FunctionDelta),
        "annotations": list_of(object_of(URLCitation)),
        "audio": object_of(AudioData),
        "reasoning_details": list_of(object_of(ReasoningDetail)),
        "citations": list_of(object_of(WebSource)),
    },
)
