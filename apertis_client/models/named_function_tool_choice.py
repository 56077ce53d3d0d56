# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `NamedFunctionToolChoice`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["NamedFunctionToolChoice", "NamedFunctionToolChoiceDict"]


@model
class NamedFunctionToolChoice(JSONObject):
    """Makes the model call one function.

    Attributes:
        type: Always `function`.
        function: The function to call.
    """

    type: Literal["function"] = "function"
    function: ToolName | ToolNameDict


@for_pydantic
class NamedFunctionToolChoiceDict(TypedDict):
    """The plain dict that `NamedFunctionToolChoice` is made from."""

    type: Required[Literal["function"]]
    """Always `function`."""
    function: Required[ToolName | ToolNameDict]
    """The function to call."""


# Below the class, because schemas may refer to each other in a circle.
from .tool_name import ToolName, ToolNameDict

set_decoders(
    NamedFunctionToolChoice,
    nested={
        "function": object_of(ToolName),
    },
)
