# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `CustomToolCall`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["CustomToolCall", "CustomToolCallDict"]


@model
class CustomToolCall(JSONObject):
    """A custom tool to call and its input.

    Attributes:
        name: Name of the tool.
        input: The input, as free text.
    """

    name: str | None = None
    input: str | None = None


@for_pydantic
class CustomToolCallDict(TypedDict):
    """The plain dict that `CustomToolCall` is made from."""

    name: NotRequired[str | None]
    """Name of the tool."""
    input: NotRequired[str | None]
    """The input, as free text."""


# Below the class, because schemas may refer to each other in a circle.
