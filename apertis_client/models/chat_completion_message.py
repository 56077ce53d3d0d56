# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ChatCompletionMessage`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .._runtime.answer_message_methods import AnswerMessageMethods
from .._runtime.json_object import (
    list_of,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ChatCompletionMessage", "ChatCompletionMessageDict"]


@model
class ChatCompletionMessage(AnswerMessageMethods):
    """A message that the model wrote. It can be put back into `messages` as it came: it is sent as
    servers accept it, with a recording as its id.

    Attributes:
        role: Role of the author, `assistant`, also where the server does not say so.
        content: The text of the message. Null if the model only calls tools. Some upstreams
            send a list of parts.
        refusal: What the model said when it refused to answer.
        tool_calls: The tools that the model wants called.
        function_call: The function that the model wants called. `tool_calls` takes its place.
            Deprecated.
        annotations: Notes on the text, such as the sources it cites. From web search.
        audio: The spoken answer. Only if `modalities` asked for audio.
        reasoning_content: The model's reasoning, as text. The spelling of DeepSeek and its
            like.
        reasoning_details: The model's reasoning, in pieces. To go on from it, send it back
            unmodified with the message. The spelling of GLM and OpenRouter.
        thinking: The model's reasoning, as text. Another spelling of `reasoning_content`.
        reasoning: The model's reasoning, as text. The spelling of OpenRouter and vLLM.
        citations: The web pages behind the message. From web search.
    """

    role: str = promised(default=None)
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[ToolCall] | None = None
    function_call: Function | None = None
    annotations: list[URLCitation] | None = None
    audio: AudioData | None = None
    reasoning_content: str | None = None
    reasoning_details: list[ReasoningDetail] | None = None
    thinking: str | None = None
    reasoning: str | None = None
    citations: list[WebSource] | None = None


@for_pydantic
class ChatCompletionMessageDict(TypedDict):
    """The plain dict that `ChatCompletionMessage` is made from."""

    role: NotRequired[str | None]
    """Role of the author, `assistant`, also where the server does not say so."""
    content: NotRequired[str | None]
    """The text of the message. Null if the model only calls tools. Some upstreams send a list of
    parts.
    """
    refusal: NotRequired[str | None]
    """What the model said when it refused to answer."""
    tool_calls: NotRequired[Sequence[ToolCall | ToolCallDict] | None]
    """The tools that the model wants called."""
    function_call: NotRequired[Function | FunctionDict | None]
    """The function that the model wants called. `tool_calls` takes its place. Deprecated."""
    annotations: NotRequired[Sequence[URLCitation | URLCitationDict] | None]
    """Notes on the text, such as the sources it cites. From web search."""
    audio: NotRequired[AudioData | AudioDataDict | None]
    """The spoken answer. Only if `modalities` asked for audio."""
    reasoning_content: NotRequired[str | None]
    """The model's reasoning, as text. The spelling of DeepSeek and its like."""
    reasoning_details: NotRequired[
        Sequence[ReasoningDetail | ReasoningDetailDict] | None
    ]
    """The model's reasoning, in pieces. To go on from it, send it back unmodified with the
    message. The spelling of GLM and OpenRouter.
    """
    thinking: NotRequired[str | None]
    """The model's reasoning, as text. Another spelling of `reasoning_content`."""
    reasoning: NotRequired[str | None]
    """The model's reasoning, as text. The spelling of OpenRouter and vLLM."""
    citations: NotRequired[Sequence[WebSource | WebSourceDict] | None]
    """The web pages behind the message. From web search."""


# Below the class, because schemas may refer to each other in a circle.
from .audio_data import AudioData, AudioDataDict
from .function import Function, FunctionDict
from .message_part import MessagePart
from .reasoning_detail import ReasoningDetail, ReasoningDetailDict
from .tool_call import ToolCall, ToolCallDict
from .url_citation import URLCitation, URLCitationDict
from .web_source import WebSource, WebSourceDict

set_decoders(
    ChatCompletionMessage,
    texts={
        "content": list_of(object_of(MessagePart)),
    },
    nested={
        "tool_calls": list_of(object_of(ToolCall)),
        "function_call": object_of(Function),
        "annotations": list_of(object_of(URLCitation)),
        "audio": object_of(AudioData),
        "reasoning_details": list_of(object_of(ReasoningDetail)),
        "citations": list_of(object_of(WebSource)),
    },
)
