# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `AllowedToolsToolChoice`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["AllowedToolsToolChoice", "AllowedToolsToolChoiceDict"]


@model
class AllowedToolsToolChoice(JSONObject):
    """Narrows the tools down to some of those listed. For OpenAI models that know it.

    Attributes:
        type: Always `allowed_tools`.
        allowed_tools: The tools that may be called, and whether one must be.
    """

    type: Literal["allowed_tools"] = "allowed_tools"
    allowed_tools: AllowedTools | AllowedToolsDict


@for_pydantic
class AllowedToolsToolChoiceDict(TypedDict):
    """The plain dict that `AllowedToolsToolChoice` is made from."""

    type: Required[Literal["allowed_tools"]]
    """Always `allowed_tools`."""
    allowed_tools: Required[AllowedTools | AllowedToolsDict]
    """The tools that may be called, and whether one must be."""


# Below the class, because schemas may refer to each other in a circle.
from .allowed_tools import AllowedTools, AllowedToolsDict

set_decoders(
    AllowedToolsToolChoice,
    nested={
        "allowed_tools": object_of(AllowedTools),
    },
)
