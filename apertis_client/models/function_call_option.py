# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `FunctionCallOption`."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["FunctionCallOption", "FunctionCallOptionDict"]


@model
class FunctionCallOption(JSONObject):
    """Makes the model call one function. `tool_choice` takes its place. Deprecated.

    Attributes:
        name: Name of the function to call.
    """

    name: str


@for_pydantic
class FunctionCallOptionDict(TypedDict):
    """The plain dict that `FunctionCallOption` is made from."""

    name: Required[str]
    """Name of the function to call."""


# Below the class, because schemas may refer to each other in a circle.
