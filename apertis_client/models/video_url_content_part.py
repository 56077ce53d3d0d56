# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `VideoURLContentPart`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    Literal,
    Required,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
    is_object,
    model,
)

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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("video_url")
        if value is not None:
            members["video_url"] = (
                VideoURLDetail.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "video_url",
    ]
)


class VideoURLContentPartDict(TypedDict):
    """The plain dict that `VideoURLContentPart` is made from."""

    type: Required[Literal["video_url"]]
    """Always `video_url`."""
    video_url: Required[VideoURLDetail | VideoURLDetailDict]
    """Where the video is."""


# Below the class: schemas may refer to each other in a circle.
from .video_url_detail import VideoURLDetail, VideoURLDetailDict
