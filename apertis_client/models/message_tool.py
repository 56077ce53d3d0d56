# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `MessageTool`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["MessageTool", "MessageToolDict"]


@model
class MessageTool(JSONObject):
    """A tool that the model may call, or one that the provider runs itself.

    Attributes:
        name: Name by which the model calls the tool.
        description: What the tool does, so that the model knows when and how to call it.
        input_schema: The JSON Schema of its input, an object.
        type: Kind of tool. Left out or `custom`, it is one of yours.
        cache_control: Lets the provider cache the tools up to this one.
    """

    name: str
    description: str | None = None
    input_schema: Mapping[str, Any] | None = None
    type: str | None = None
    cache_control: CacheControl | CacheControlDict | None = None


@for_pydantic
class MessageToolDict(TypedDict):
    """The plain dict that `MessageTool` is made from."""

    name: Required[str]
    """Name by which the model calls the tool."""
    description: NotRequired[str]
    """What the tool does, so that the model knows when and how to call it."""
    input_schema: NotRequired[Mapping[str, Any]]
    """The JSON Schema of its input, an object."""
    type: NotRequired[str]
    """Kind of tool. Left out or `custom`, it is one of yours."""
    cache_control: NotRequired[CacheControl | CacheControlDict]
    """Lets the provider cache the tools up to this one."""


# Below the class, because schemas may refer to each other in a circle.
from .cache_control import CacheControl, CacheControlDict

set_decoders(
    MessageTool,
    nested={
        "cache_control": object_of(CacheControl),
    },
)
