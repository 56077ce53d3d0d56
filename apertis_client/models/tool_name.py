# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ToolName`."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ToolName", "ToolNameDict"]


@model
class ToolName(JSONObject):
    """One of the tools of the request, by its name.

    Attributes:
        name: Name of the function or custom tool.
    """

    name: str


@for_pydantic
class ToolNameDict(TypedDict):
    """The plain dict that `ToolName` is made from."""

    name: Required[str]
    """Name of the function or custom tool."""


# Below the class, because schemas may refer to each other in a circle.
