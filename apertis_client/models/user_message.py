# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `UserMessage`."""

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
    model,
)

__all__ = ["UserMessage", "UserMessageDict"]


@model
class UserMessage(JSONObject):
    """What the end user says, shows or plays to the model.

    Attributes:
        role: Always `user`.
        content: The message, as text or as parts. Which kinds of part are understood depends
            on the model.
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
    )
    name: str | None = None

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
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "role",
        "content",
        "name",
    ]
)


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
    ]
    """The message, as text or as parts. Which kinds of part are understood depends on the model."""
    name: NotRequired[str]
    """Name of the author, to tell apart authors of the same role."""


# Below the class: schemas may refer to each other in a circle.
from .file_content_part import FileContentPart, FileContentPartDict
from .image_url_content_part import ImageURLContentPart, ImageURLContentPartDict
from .input_audio_content_part import InputAudioContentPart, InputAudioContentPartDict
from .other_content_part import OtherContentPart
from .refusal_content_part import RefusalContentPart, RefusalContentPartDict
from .text_content_part import TextContentPart, TextContentPartDict
from .video_url_content_part import VideoURLContentPart, VideoURLContentPartDict

_TEXT_CONTENT_PART_OR_IMAGE_URL_CONTENT_PART_OR_VIDEO_URL_CONTENT_PART_OR_INPUT_AUDIO_CONTENT_PART_OR_FILE_CONTENT_PART_OR_REFUSAL_CONTENT_PART = {
    "text": TextContentPart.adopt,
    "image_url": ImageURLContentPart.adopt,
    "video_url": VideoURLContentPart.adopt,
    "input_audio": InputAudioContentPart.adopt,
    "file": FileContentPart.adopt,
    "refusal": RefusalContentPart.adopt,
}
