# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `FunctionTool`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["FunctionTool", "FunctionToolDict"]


@model
class FunctionTool(JSONObject):
    """A function of yours, which the model calls with arguments in JSON.

    Attributes:
        type: Always `function`.
        function: Name, purpose and parameters of the function.
    """

    type: Literal["function"] = "function"
    function: FunctionDefinition | FunctionDefinitionDict


@for_pydantic
class FunctionToolDict(TypedDict):
    """The plain dict that `FunctionTool` is made from."""

    type: Required[Literal["function"]]
    """Always `function`."""
    function: Required[FunctionDefinition | FunctionDefinitionDict]
    """Name, purpose and parameters of the function."""


# Below the class, because schemas may refer to each other in a circle.
from .function_definition import FunctionDefinition, FunctionDefinitionDict

set_decoders(
    FunctionTool,
    nested={
        "function": object_of(FunctionDefinition),
    },
)
