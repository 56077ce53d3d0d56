# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ChatCompletionDelta`."""

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
)

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
                        ToolCallDelta.adopt(item)
                        if is_object(item)
                        else decode_unknown(item)
                    )
                    position += 1
            else:
                members["tool_calls"] = decode_unknown(value)
        value = members.get("function_call")
        if value is not None:
            members["function_call"] = (
                FunctionDelta.adopt(value)
                if is_object(value)
                else decode_unknown(value)
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


# Below the class: schemas may refer to each other in a circle.
from .audio_data import AudioData, AudioDataDict
from .function_delta import FunctionDelta, FunctionDeltaDict
from .message_part import MessagePart
from .reasoning_detail import ReasoningDetail, ReasoningDetailDict
from .tool_call_delta import ToolCallDelta, ToolCallDeltaDict
from .url_citation import URLCitation, URLCitationDict
from .web_source import WebSource, WebSourceDict
