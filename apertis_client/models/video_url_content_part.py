# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `VideoURLContentPart`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["VideoURLContentPart", "VideoURLContentPartDict"]


@model
class VideoURLContentPart(JSONObject):
    """A video, for models that can watch.

    Attributes:
        type: Always `video_url`.
        video_url: Where the video is.
    """

    type: Literal["video_url"] = "video_url"
    video_url: VideoURLDetail | VideoURLDetailDict


@for_pydantic
class VideoURLContentPartDict(TypedDict):
    """The plain dict that `VideoURLContentPart` is made from."""

    type: Required[Literal["video_url"]]
    """Always `video_url`."""
    video_url: Required[VideoURLDetail | VideoURLDetailDict]
    """Where the video is."""


# Below the class, because schemas may refer to each other in a circle.
from .video_url_detail import VideoURLDetail, VideoURLDetailDict

set_decoders(
    VideoURLContentPart,
    nested={
        "video_url": object_of(VideoURLDetail),
    },
)
