# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `AssistantMessage`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import (
    Any,
    Final,
    Literal,
    NotRequired,
    Required,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_tagged,
    decode_unknown,
    is_array,
    is_object,
    model,
)

__all__ = ["AssistantMessage", "AssistantMessageDict"]


@model
class AssistantMessage(JSONObject):
    """An earlier answer of the model, written by hand. A message taken from an answer can be
    sent as it came.

    Attributes:
        role: Always `assistant`.
        content: The answer, as text or as parts of text and refusal. Null or absent if the
            message only calls tools.
        name: Name of the author, to tell apart authors of the same role.
        refusal: What the model said when it refused to answer.
        tool_calls: The tool calls of the answer. Each needs a tool message that follows.
        audio: Refers to an earlier spoken answer. For models with audio output.
        function_call: The function call of the answer. `tool_calls` takes its place.
            Deprecated.
        reasoning_details: The reasoning behind the answer, exactly as it was received. Send
            it back with the message so that the model can go on from it.
    """

    role: Literal["assistant"] = "assistant"
    content: (
        str
        | Sequence[
            TextContentPart
            | TextContentPartDict
            | ImageURLContentPart
            | ImageURLContentPartDict
            | VideoURLContentPart
            | VideoURLContentPartDict
            | InputAudioContentPart
            | InputAudioContentPartDict
            | FileContentPart
            | FileContentPartDict
            | RefusalContentPart
            | RefusalContentPartDict
            | OtherContentPart
        ]
        | None
    ) = None
    name: str | None = None
    refusal: str | None = None
    tool_calls: Sequence[ToolCall | ToolCallDict] | None = None
    audio: AudioReference | AudioReferenceDict | None = None
    function_call: Function | FunctionDict | None = None
    reasoning_details: Sequence[ReasoningDetail | ReasoningDetailDict] | None = None

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
                    value[position] = decode_tagged(
                        item,
                        "type",
                        _TEXT_CONTENT_PART_OR_IMAGE_URL_CONTENT_PART_OR_VIDEO_URL_CONTENT_PART_OR_INPUT_AUDIO_CONTENT_PART_OR_FILE_CONTENT_PART_OR_REFUSAL_CONTENT_PART,
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
        value = members.get("audio")
        if value is not None:
            members["audio"] = (
                AudioReference.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )
        value = members.get("function_call")
        if value is not None:
            members["function_call"] = (
                Function.adopt(value) if is_object(value) else decode_unknown(value)
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

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "role",
        "content",
        "name",
        "refusal",
        "tool_calls",
        "audio",
        "function_call",
        "reasoning_details",
    ]
)
_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "role",
        "content",
        "name",
        "refusal",
    ]
)


class AssistantMessageDict(TypedDict):
    """The plain dict that `AssistantMessage` is made from."""

    role: Required[Literal["assistant"]]
    """Always `assistant`."""
    content: NotRequired[
        str
        | Sequence[
            TextContentPart
            | TextContentPartDict
            | ImageURLContentPart
            | ImageURLContentPartDict
            | VideoURLContentPart
            | VideoURLContentPartDict
            | InputAudioContentPart
            | InputAudioContentPartDict
            | FileContentPart
            | FileContentPartDict
            | RefusalContentPart
            | RefusalContentPartDict
            | OtherContentPart
        ]
        | None
    ]
    """The answer, as text or as parts of text and refusal. Null or absent if the message only
    calls tools.
    """
    name: NotRequired[str]
    """Name of the author, to tell apart authors of the same role."""
    refusal: NotRequired[str]
    """What the model said when it refused to answer."""
    tool_calls: NotRequired[Sequence[ToolCall | ToolCallDict]]
    """The tool calls of the answer. Each needs a tool message that follows."""
    audio: NotRequired[AudioReference | AudioReferenceDict]
    """Refers to an earlier spoken answer. For models with audio output."""
    function_call: NotRequired[Function | FunctionDict]
    """The function call of the answer. `tool_calls` takes its place. Deprecated."""
    reasoning_details: NotRequired[Sequence[ReasoningDetail | ReasoningDetailDict]]
    """The reasoning behind the answer, exactly as it was received. Send it back with the message
    so that the model can go on from it.
    """


# Below the class: schemas may refer to each other in a circle.
from .audio_reference import AudioReference, AudioReferenceDict
from .file_content_part import FileContentPart, FileContentPartDict
from .function import Function, FunctionDict
from .image_url_content_part import ImageURLContentPart, ImageURLContentPartDict
from .input_audio_content_part import InputAudioContentPart, InputAudioContentPartDict
from .other_content_part import OtherContentPart
from .reasoning_detail import ReasoningDetail, ReasoningDetailDict
from .refusal_content_part import RefusalContentPart, RefusalContentPartDict
from .text_content_part import TextContentPart, TextContentPartDict
from .tool_call import ToolCall, ToolCallDict
from .video_url_content_part import VideoURLContentPart, VideoURLContentPartDict

_TEXT_CONTENT_PART_OR_IMAGE_URL_CONTENT_PART_OR_VIDEO_URL_CONTENT_PART_OR_INPUT_AUDIO_CONTENT_PART_OR_FILE_CONTENT_PART_OR_REFUSAL_CONTENT_PART = {
    "text": TextContentPart.adopt,
    "image_url": ImageURLContentPart.adopt,
    "video_url": VideoURLContentPart.adopt,
    "input_audio": InputAudioContentPart.adopt,
    "file": FileContentPart.adopt,
    "refusal": RefusalContentPart.adopt,
}
