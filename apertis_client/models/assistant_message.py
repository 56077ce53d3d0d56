# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `AssistantMessage`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    object_of,
    tagged,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["AssistantMessage", "AssistantMessageDict"]


@model
class AssistantMessage(JSONObject):
    """An earlier answer of the model, written by hand. A message taken from an answer can be sent
    as it came.

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
        reasoning_details: The reasoning behind the answer, exactly as it was received. Send it
            back with the message so that the model can go on from it.
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
        | Sequence[Any]
        | None
    ) = None
    name: str | None = None
    refusal: str | None = None
    tool_calls: Sequence[ToolCall | ToolCallDict] | None = None
    audio: AudioReference | AudioReferenceDict | None = None
    function_call: Function | FunctionDict | None = None
    reasoning_details: Sequence[ReasoningDetail | ReasoningDetailDict] | None = None


@for_pydantic
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
        | Sequence[Any]
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


# Below the class, because schemas may refer to each other in a circle.
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

set_decoders(
    AssistantMessage,
    texts={
        "content": list_of(
            tagged(
                "type",
                {
                    "text": TextContentPart,
                    "image_url": ImageURLContentPart,
                    "video_url": VideoURLContentPart,
                    "input_audio": InputAudioContentPart,
                    "file": FileContentPart,
                    "refusal": RefusalContentPart,
                },
                OtherContentPart,
            )
        ),
    },
    nested={
        "tool_calls": list_of(object_of(ToolCall)),
        "audio": object_of(AudioReference),
        "function_call": object_of(Function),
        "reasoning_details": list_of(object_of(ReasoningDetail)),
    },
)
