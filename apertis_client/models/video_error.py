# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `VideoError`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["VideoError", "VideoErrorDict"]


@model
class VideoError(JSONObject):
    """Why a video failed.

    Attributes:
        code: Code of the error, for programs.
        message: What went wrong, for people.
    """

    code: str | None = None
    message: str | None = None


@for_pydantic
class VideoErrorDict(TypedDict):
    """The plain dict that `VideoError` is made from."""

    code: NotRequired[str | None]
    """Code of the error, for programs."""
    message: NotRequired[str | None]
    """What went wrong, for people."""


# Below the class, because schemas may refer to each other in a circle.
