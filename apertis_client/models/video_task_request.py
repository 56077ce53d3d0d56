# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `VideoTaskRequest`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["VideoTaskRequest", "VideoTaskRequestDict"]


@model
class VideoTaskRequest(JSONObject):
    """What a video of Veo or Sora is to show, and how.

    Attributes:
        model: Id of the model, for example `veo3`, `veo3.1-fast` or `sora-2`. At least 1
            character.
        prompt: What it is to show.
        images: URLs of images to begin with: at most 1 for `veo3-pro-frames`, 2 for
            `veo2-fast-frames` and 3 for `veo2-fast-components`. Sora needs one.
        enhance_prompt: Let the model write the prompt out. For Veo. Default of the server:
            false.
        enable_upsample: Make the video larger afterwards. For Veo. Default of the server:
            false.
        aspect_ratio: Width to height. For `veo3` models.
        orientation: Which side is the longer one. For Sora.
        size: How large it is. For Sora.
        duration: Length in seconds, 10, 15 or 25. For Sora.
        watermark: Show a watermark. For Sora. Default of the server: true.
        private: Keep the video private. For Sora. Default of the server: false.
        character_url: URL of a video that shows a character who is to appear. For Sora.
        character_timestamps: When the character is to be seen there, as `start,end` in seconds.
    """

    model: str
    prompt: str
    images: Sequence[str] | None = None
    enhance_prompt: bool | None = None
    enable_upsample: bool | None = None
    aspect_ratio: VideoAspectRatio | str | None = None
    orientation: VideoOrientation | str | None = None
    size: VideoSize | str | None = None
    duration: int | None = None
    watermark: bool | None = None
    private: bool | None = None
    character_url: str | None = None
    character_timestamps: str | None = None


@for_pydantic
class VideoTaskRequestDict(TypedDict):
    """The plain dict that `VideoTaskRequest` is made from."""

    model: Required[str]
    """Id of the model, for example `veo3`, `veo3.1-fast` or `sora-2`. At least 1 character."""
    prompt: Required[str]
    """What it is to show."""
    images: NotRequired[Sequence[str]]
    """URLs of images to begin with: at most 1 for `veo3-pro-frames`, 2 for `veo2-fast-frames` and
    3 for `veo2-fast-components`. Sora needs one.
    """
    enhance_prompt: NotRequired[bool]
    """Let the model write the prompt out. For Veo. Default of the server: false."""
    enable_upsample: NotRequired[bool]
    """Make the video larger afterwards. For Veo. Default of the server: false."""
    aspect_ratio: NotRequired[VideoAspectRatio | str]
    """Width to height. For `veo3` models."""
    orientation: NotRequired[VideoOrientation | str]
    """Which side is the longer one. For Sora."""
    size: NotRequired[VideoSize | str]
    """How large it is. For Sora."""
    duration: NotRequired[int]
    """Length in seconds, 10, 15 or 25. For Sora."""
    watermark: NotRequired[bool]
    """Show a watermark. For Sora. Default of the server: true."""
    private: NotRequired[bool]
    """Keep the video private. For Sora. Default of the server: false."""
    character_url: NotRequired[str]
    """URL of a video that shows a character who is to appear. For Sora."""
    character_timestamps: NotRequired[str]
    """When the character is to be seen there, as `start,end` in seconds."""


# Below the class, because schemas may refer to each other in a circle.
from .video_aspect_ratio import VideoAspectRatio
from .video_orientation import VideoOrientation
from .video_size import VideoSize
