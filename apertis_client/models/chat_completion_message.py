# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ChatCompletionMessage`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import (
    Any,
    Final,
    NotRequired,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
    is_array,
    is_object,
    model,
    promised,
)

__all__ = ["ChatCompletionMessage", "ChatCompletionMessageDict"]


@model
class ChatCompletionMessage(JSONObject):
    """A message that the model wrote. It can be put back into `messages` as it came.

    Attributes:
        role: Role of the author, `assistant`.
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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        value = members.get("content")
        if value is not None and not isinstance(value, str):
            if is_array(value):
                position = 0
                for item in value:
                    value[position] = (
                        MessagePart.adopt(item)
                        if is_object(item)
                        else decode_unknown(item)
                    )
                    position += 1
            else:
                members["content"] = decode_unknown(value)
        if _PLAIN.issuperset(members):
            return self
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("tool_calls")
        if value is not None:
            if is_array(value):
                position = 0
                for item in value:
                    value[position] = (
                        ToolCall.adopt(item)
                        if is_object(item)
                        else decode_unknown(item)
                    )
                    position += 1
            else:
                members["tool_calls"] = decode_unknown(value)
        value = members.get("function_call")
        if value is not None:
            members["function_call"] = (
                Function.adopt(value) if is_object(value) else decode_unknown(value)
            )
        value = members.get("annotations")
        if value is not None:
            if is_array(value):
                position = 0
                for item in value:
                    value[position] = (
                        URLCitation.adopt(item)
                        if is_object(item)
                        else decode_unknown(item)
                    )
                    position += 1
            else:
                members["annotations"] = decode_unknown(value)
        value = members.get("audio")
        if value is not None:
            members["audio"] = (
                AudioData.adopt(value) if is_object(value) else decode_unknown(value)
            )
        value = members.get("reasoning_details")
        if value is not None:
            if is_array(value):
                position = 0
                for item in value:
                    value[position] = (
                        ReasoningDetail.adopt(item)
                        if is_object(item)
                        else decode_unknown(item)
                    )
                    position += 1
            else:
                members["reasoning_details"] = decode_unknown(value)
        value = members.get("citations")
        if value is not None:
            if is_array(value):
                position = 0
                for item in value:
                    value[position] = (
                        WebSource.adopt(item)
                        if is_object(item)
                        else decode_unknown(item)
                    )
                    position += 1
            else:
                members["citations"] = decode_unknown(value)

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "role",
        "content",
        "refusal",
        "tool_calls",
        "function_call",
        "annotations",
        "audio",
        "reasoning_content",
        "reasoning_details",
        "thinking",
        "reasoning",
        "citations",
    ]
)
_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "role",
        "content",
        "refusal",
        "reasoning_content",
        "thinking",
        "reasoning",
    ]
)


class ChatCompletionMessageDict(TypedDict):
    """The plain dict that `ChatCompletionMessage` is made from."""

    role: NotRequired[str | None]
    """Role of the author, `assistant`."""
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


# Below the class: schemas may refer to each other in a circle.
from .audio_data import AudioData, AudioDataDict
from .function import Function, FunctionDict
from .message_part import MessagePart
from .reasoning_detail import ReasoningDetail, ReasoningDetailDict
from .tool_call import ToolCall, ToolCallDict
from .url_citation import URLCitation, URLCitationDict
from .web_source import WebSource, WebSourceDict
