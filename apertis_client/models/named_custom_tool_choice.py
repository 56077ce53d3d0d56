# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `NamedCustomToolChoice`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["NamedCustomToolChoice", "NamedCustomToolChoiceDict"]


@model
class NamedCustomToolChoice(JSONObject):
    """Makes the model call one custom tool. For OpenAI models that know it.

    Attributes:
        type: Always `custom`.
        custom: The tool to call.
    """

    type: Literal["custom"] = "custom"
    custom: ToolName | ToolNameDict


@for_pydantic
class NamedCustomToolChoiceDict(TypedDict):
    """The plain dict that `NamedCustomToolChoice` is made from."""

    type: Required[Literal["custom"]]
    """Always `custom`."""
    custom: Required[ToolName | ToolNameDict]
    """The tool to call."""


# Below the class, because schemas may refer to each other in a circle.
from .tool_name import ToolName, ToolNameDict

set_decoders(
    NamedCustomToolChoice,
    nested={
        "custom": object_of(ToolName),
    },
)
