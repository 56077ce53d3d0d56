# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `CharacterRequest`."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["CharacterRequest", "CharacterRequestDict"]


@model
class CharacterRequest(JSONObject):
    """Where a character is to be seen.

    Attributes:
        timestamps: When it is to be seen there, as `start,end` in seconds.
        url: URL of the video.
        from_task: Id of a video that was made before.
    """

    timestamps: str
    url: str | None = None
    from_task: str | None = None


@for_pydantic
class CharacterRequestDict(TypedDict):
    """The plain dict that `CharacterRequest` is made from."""

    timestamps: Required[str]
    """When it is to be seen there, as `start,end` in seconds."""
    url: NotRequired[str]
    """URL of the video."""
    from_task: NotRequired[str]
    """Id of a video that was made before."""


# Below the class, because schemas may refer to each other in a circle.
