# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ImageUsage`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ImageUsage", "ImageUsageDict"]


@model
class ImageUsage(JSONObject):
    """What images cost in tokens.

    Attributes:
        input_tokens: Tokens of the request.
        output_tokens: Tokens of the images.
        total_tokens: All tokens.
    """

    input_tokens: int | None = None
    output_tokens: int | None = None
    total_tokens: int | None = None


@for_pydantic
class ImageUsageDict(TypedDict):
    """The plain dict that `ImageUsage` is made from."""

    input_tokens: NotRequired[int | None]
    """Tokens of the request."""
    output_tokens: NotRequired[int | None]
    """Tokens of the images."""
    total_tokens: NotRequired[int | None]
    """All tokens."""


# Below the class, because schemas may refer to each other in a circle.
