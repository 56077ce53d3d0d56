# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `Video`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.response import ResponseModel

__all__ = ["Video", "VideoDict"]


@model
class Video(ResponseModel):
    """A video, and how far the job is that makes it.

    Attributes:
        id: Id of the job and of the video.
        status: How far it is.
        progress: How far it is, in percent.
        video_url: Where the content is; null until it is done.
        error: Why it failed.
        object: Kind of object, `video`.
        model: Id of the model that makes it.
        created_at: When the job began, in Unix seconds.
        expires_at: When the content will be deleted, in Unix seconds.
        status_update_time: When `status` changed last, in Unix seconds.
        seconds: Its length in seconds.
        size: Its width and height in pixels.
        enhanced_prompt: The prompt as the model wrote it out.
    """

    id: str = promised(default=None)
    status: VideoStatus | str = promised(default=None)
    progress: int | None = None
    video_url: str | None = None
    error: VideoError | str | None = None
    object: str | None = None
    model: str | None = None
    created_at: int | None = None
    expires_at: int | None = None
    status_update_time: int | None = None
    seconds: int | str | None = None
    size: str | None = None
    enhanced_prompt: str | None = None


@for_pydantic
class VideoDict(TypedDict):
    """The plain dict that `Video` is made from."""

    id: NotRequired[str | None]
    """Id of the job and of the video."""
    status: NotRequired[VideoStatus | str | None]
    """How far it is."""
    progress: NotRequired[int | None]
    """How far it is, in percent."""
    video_url: NotRequired[str | None]
    """Where the content is; null until it is done."""
    error: NotRequired[VideoError | VideoErrorDict | str | None]
    """Why it failed."""
    object: NotRequired[str | None]
    """Kind of object, `video`."""
    model: NotRequired[str | None]
    """Id of the model that makes it."""
    created_at: NotRequired[int | None]
    """When the job began, in Unix seconds."""
    expires_at: NotRequired[int | None]
    """When the content will be deleted, in Unix seconds."""
    status_update_time: NotRequired[int | None]
    """When `status` changed last, in Unix seconds."""
    seconds: NotRequired[int | str | None]
    """Its length in seconds."""
    size: NotRequired[str | None]
    """Its width and height in pixels."""
    enhanced_prompt: NotRequired[str | None]
    """The prompt as the model wrote it out."""


# Below the class, because schemas may refer to each other in a circle.
from .video_error import VideoError, VideoErrorDict
from .video_status import VideoStatus

set_decoders(
    Video,
    texts={
        "error": object_of(VideoError),
    },
)
