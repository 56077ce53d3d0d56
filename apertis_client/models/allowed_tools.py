# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `AllowedTools`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["AllowedTools", "AllowedToolsDict"]


@model
class AllowedTools(JSONObject):
    """The tools that may be called, and whether one must be.

    Attributes:
        mode: Whether the model may or must call one of these tools.
        tools: The tools, each named as in `tool_choice`.
    """

    mode: AllowedToolsMode | str
    tools: Sequence[Mapping[str, Any]]


@for_pydantic
class AllowedToolsDict(TypedDict):
    """The plain dict that `AllowedTools` is made from."""

    mode: Required[AllowedToolsMode | str]
    """Whether the model may or must call one of these tools."""
    tools: Required[Sequence[Mapping[str, Any]]]
    """The tools, each named as in `tool_choice`."""


# Below the class, because schemas may refer to each other in a circle.
from .allowed_tools_mode import AllowedToolsMode
