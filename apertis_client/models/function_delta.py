# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `FunctionDelta`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["FunctionDelta", "FunctionDeltaDict"]


@model
class FunctionDelta(JSONObject):
    """A piece of a function call.

    Attributes:
        name: Name of the function. Absent or empty after the first piece.
        arguments: The next piece of the arguments, which are JSON text.
    """

    name: str | None = None
    arguments: str | None = None


@for_pydantic
class FunctionDeltaDict(TypedDict):
    """The plain dict that `FunctionDelta` is made from."""

    name: NotRequired[str | None]
    """Name of the function. Absent or empty after the first piece."""
    arguments: NotRequired[str | None]
    """The next piece of the arguments, which are JSON text."""


# Below the class, because schemas may refer to each other in a circle.
