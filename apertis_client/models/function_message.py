# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `FunctionMessage`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["FunctionMessage", "FunctionMessageDict"]


@model
class FunctionMessage(JSONObject):
    """The result of a function call. A tool message takes its place. Deprecated.

    Attributes:
        role: Always `function`.
        content: The result of the function, or null if it has none.
        name: Name of the function.
    """

    role: Literal["function"] = "function"
    content: str | None
    name: str


@for_pydantic
class FunctionMessageDict(TypedDict):
    """The plain dict that `FunctionMessage` is made from."""

    role: Required[Literal["function"]]
    """Always `function`."""
    content: Required[str | None]
    """The result of the function, or null if it has none."""
    name: Required[str]
    """Name of the function."""


# Below the class, because schemas may refer to each other in a circle.
