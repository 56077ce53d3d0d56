# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `VideoURLDetail`."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["VideoURLDetail", "VideoURLDetailDict"]


@model
class VideoURLDetail(JSONObject):
    """Where a video is.

    Attributes:
        url: An http or https address, or the video itself as `data:video/mp4;base64,...`. MP4,
            MOV, AVI, MKV or WebM; length and size depend on the model.
    """

    url: str


@for_pydantic
class VideoURLDetailDict(TypedDict):
    """The plain dict that `VideoURLDetail` is made from."""

    url: Required[str]
    """An http or https address, or the video itself as `data:video/mp4;base64,...`. MP4, MOV, AVI,
    MKV or WebM; length and size depend on the model.
    """


# Below the class, because schemas may refer to each other in a circle.
