# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `VideoRemixRequest`."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["VideoRemixRequest", "VideoRemixRequestDict"]


@model
class VideoRemixRequest(JSONObject):
    """How a variant of a video differs.

    Attributes:
        prompt: What is to be different.
        size: Width and height in pixels, such as `1280x720`.
    """

    prompt: str
    size: str | None = None


@for_pydantic
class VideoRemixRequestDict(TypedDict):
    """The plain dict that `VideoRemixRequest` is made from."""

    prompt: Required[str]
    """What is to be different."""
    size: NotRequired[str]
    """Width and height in pixels, such as `1280x720`."""


# Below the class, because schemas may refer to each other in a circle.
