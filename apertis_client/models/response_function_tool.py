# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseFunctionTool`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseFunctionTool", "ResponseFunctionToolDict"]


@model
class ResponseFunctionTool(JSONObject):
    """A function of yours. It is described by its own members, or within `function` as in chat
    completions.

    Attributes:
        type: Always `function`.
        name: Name by which the model calls the function.
        description: What the function does, so that the model knows when and how to call it.
        parameters: The JSON Schema of its arguments, an object.
        strict: Make the arguments follow `parameters` exactly.
        function: Name, purpose and arguments of the function, in place of the other members.
    """

    type: Literal["function"] = "function"
    name: str | None = None
    description: str | None = None
    parameters: Mapping[str, Any] | None = None
    strict: bool | None = None
    function: FunctionDefinition | FunctionDefinitionDict | None = None


@for_pydantic
class ResponseFunctionToolDict(TypedDict):
    """The plain dict that `ResponseFunctionTool` is made from."""

    type: Required[Literal["function"]]
    """Always `function`."""
    name: NotRequired[str]
    """Name by which the model calls the function."""
    description: NotRequired[str]
    """What the function does, so that the model knows when and how to call it."""
    parameters: NotRequired[Mapping[str, Any] | None]
    """The JSON Schema of its arguments, an object."""
    strict: NotRequired[bool | None]
    """Make the arguments follow `parameters` exactly."""
    function: NotRequired[FunctionDefinition | FunctionDefinitionDict]
    """Name, purpose and arguments of the function, in place of the other members."""


# Below the class, because schemas may refer to each other in a circle.
from .function_definition import FunctionDefinition, FunctionDefinitionDict

set_decoders(
    ResponseFunctionTool,
    nested={
        "function": object_of(FunctionDefinition),
    },
)
