# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `UserMessage`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    tagged,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["UserMessage", "UserMessageDict"]


@model
class UserMessage(JSONObject):
    """What the end user says, shows or plays to the model.

    Attributes:
        role: Always `user`.
        content: The message, as text or as parts. Which kinds of part are understood depends on
            the model. List: at least 1 item.
        name: Name of the author, to tell apart authors of the same role.
    """

    role: Literal["user"] = "user"
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
    )
    name: str | None = None


@for_pydantic
class UserMessageDict(TypedDict):
    """The plain dict that `UserMessage` is made from."""

    role: Required[Literal["user"]]
    """Always `user`."""
    content: Required[
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
    ]
    """The message, as text or as parts. Which kinds of part are understood depends on the model.
    List: at least 1 item.
    """
    name: NotRequired[str]
    """Name of the author, to tell apart authors of the same role."""


# Below the class, because schemas may refer to each other in a circle.
from .file_content_part import FileContentPart, FileContentPartDict
from .image_url_content_part import ImageURLContentPart, ImageURLContentPartDict
from .input_audio_content_part import InputAudioContentPart, InputAudioContentPartDict
from .other_content_part import OtherContentPart
from .refusal_content_part import RefusalContentPart, RefusalContentPartDict
from .text_content_part import TextContentPart, TextContentPartDict
from .video_url_content_part import VideoURLContentPart, VideoURLContentPartDict

set_decoders(
    UserMessage,
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
)
