# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ToolUseBlock`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ToolUseBlock", "ToolUseBlockDict"]


@model
class ToolUseBlock(JSONObject):
    """A call of a tool.

    Attributes:
        type: Always `tool_use`.
        id: Id of the call, which its result refers to.
        name: Name of the tool.
        input: The input of the tool, which follows its `input_schema`.
        cache_control: Lets the provider cache the conversation up to this block. Only in
            requests.
    """

    type: Literal["tool_use"] = "tool_use"
    id: str
    name: str
    input: dict[str, Any]
    cache_control: CacheControl | None = None


@for_pydantic
class ToolUseBlockDict(TypedDict):
    """The plain dict that `ToolUseBlock` is made from."""

    type: Required[Literal["tool_use"]]
    """Always `tool_use`."""
    id: Required[str]
    """Id of the call, which its result refers to."""
    name: Required[str]
    """Name of the tool."""
    input: Required[Mapping[str, Any]]
    """The input of the tool, which follows its `input_schema`."""
    cache_control: NotRequired[CacheControl | CacheControlDict]
    """Lets the provider cache the conversation up to this block. Only in requests."""


# Below the class, because schemas may refer to each other in a circle.
from .cache_control import CacheControl, CacheControlDict

set_decoders(
    ToolUseBlock,
    nested={
        "cache_control": object_of(CacheControl),
    },
)
