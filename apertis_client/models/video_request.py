# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `VideoRequest`."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.uploads import FileInput

__all__ = ["VideoRequest", "VideoRequestDict"]


@model
class VideoRequest(JSONObject):
    """What a video is to show, and how.

    Attributes:
        model: Id of the model, for example `sora-2` or `veo_3_1`. At least 1 character.
        prompt: What it is to show.
        seconds: Length in seconds: 4, 8, 10, 12, 15 or 25 for Sora, 5 for Veo; sent as text.
        size: Width and height in pixels, such as `1280x720` or `720x1280`; `16x9` for Veo.
        input_reference: An image to begin with: a path, its content, an open file, or a tuple
            of name, content and, if you like, media type. Veo needs one.
        watermark: Show a watermark. For Sora.
        private: Keep the video private. For Sora.
        style: Name of a style.
        metadata: More options, as JSON text.
        character_url: URL of a video that shows a character who is to appear.
        character_timestamps: When the character is to be seen there, as `start,end` in seconds.
        character_from_task: Id of a video, made before, that shows a character who is to
            appear.
        character_create: Make a character out of this video.
    """

    model: str
    prompt: str
    seconds: str | int
    size: str
    input_reference: FileInput | None = None
    watermark: bool | None = None
    private: bool | None = None
    style: str | None = None
    metadata: str | None = None
    character_url: str | None = None
    character_timestamps: str | None = None
    character_from_task: str | None = None
    character_create: CharacterCreation | CharacterCreationDict | None = None


@for_pydantic
class VideoRequestDict(TypedDict):
    """The plain dict that `VideoRequest` is made from."""

    model: Required[str]
    """Id of the model, for example `sora-2` or `veo_3_1`. At least 1 character."""
    prompt: Required[str]
    """What it is to show."""
    seconds: Required[str | int]
    """Length in seconds: 4, 8, 10, 12, 15 or 25 for Sora, 5 for Veo; sent as text."""
    size: Required[str]
    """Width and height in pixels, such as `1280x720` or `720x1280`; `16x9` for Veo."""
    input_reference: NotRequired[FileInput]
    """An image to begin with: a path, its content, an open file, or a tuple of name, content and,
    if you like, media type. Veo needs one.
    """
    watermark: NotRequired[bool]
    """Show a watermark. For Sora."""
    private: NotRequired[bool]
    """Keep the video private. For Sora."""
    style: NotRequired[str]
    """Name of a style."""
    metadata: NotRequired[str]
    """More options, as JSON text."""
    character_url: NotRequired[str]
    """URL of a video that shows a character who is to appear."""
    character_timestamps: NotRequired[str]
    """When the character is to be seen there, as `start,end` in seconds."""
    character_from_task: NotRequired[str]
    """Id of a video, made before, that shows a character who is to appear."""
    character_create: NotRequired[CharacterCreation | CharacterCreationDict]
    """Make a character out of this video."""


# Below the class, because schemas may refer to each other in a circle.
from .character_creation import CharacterCreation, CharacterCreationDict

set_decoders(
    VideoRequest,
    nested={
        "character_create": object_of(CharacterCreation),
    },
)
