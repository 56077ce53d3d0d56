# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `CustomTool`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["CustomTool", "CustomToolDict"]


@model
class CustomTool(JSONObject):
    """A tool of yours that takes free text instead of JSON. For OpenAI models that know it.

    Attributes:
        type: Always `custom`.
        custom: Name, purpose and input format of the tool.
    """

    type: Literal["custom"] = "custom"
    custom: CustomToolDefinition | CustomToolDefinitionDict


@for_pydantic
class CustomToolDict(TypedDict):
    """The plain dict that `CustomTool` is made from."""

    type: Required[Literal["custom"]]
    """Always `custom`."""
    custom: Required[CustomToolDefinition | CustomToolDefinitionDict]
    """Name, purpose and input format of the tool."""


# Below the class, because schemas may refer to each other in a circle.
from .custom_tool_definition import CustomToolDefinition, CustomToolDefinitionDict

set_decoders(
    CustomTool,
    nested={
        "custom": object_of(CustomToolDefinition),
    },
)
