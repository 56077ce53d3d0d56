# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `FunctionDefinition`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["FunctionDefinition", "FunctionDefinitionDict"]


@model
class FunctionDefinition(JSONObject):
    """Name, purpose and parameters of a function that the model may call.

    Attributes:
        name: Name by which the model calls the function.
        description: What the function does, so that the model knows when and how to call it.
        parameters: The parameters, as a JSON Schema of type object. Left out, there are none.
        strict: Make the arguments follow `parameters` exactly. Null is the same as leaving it
            out. Only part of JSON Schema is allowed then. Default of the server: false.
    """

    name: str
    description: str | None = None
    parameters: Mapping[str, Any] | None = None
    strict: bool | None = None


@for_pydantic
class FunctionDefinitionDict(TypedDict):
    """The plain dict that `FunctionDefinition` is made from."""

    name: Required[str]
    """Name by which the model calls the function."""
    description: NotRequired[str]
    """What the function does, so that the model knows when and how to call it."""
    parameters: NotRequired[Mapping[str, Any]]
    """The parameters, as a JSON Schema of type object. Left out, there are none."""
    strict: NotRequired[bool | None]
    """Make the arguments follow `parameters` exactly. Null is the same as leaving it out. Only
    part of JSON Schema is allowed then. Default of the server: false.
    """


# Below the class, because schemas may refer to each other in a circle.
