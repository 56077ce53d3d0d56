# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `CustomToolDefinition`."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    tagged,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["CustomToolDefinition", "CustomToolDefinitionDict"]


@model
class CustomToolDefinition(JSONObject):
    """Name, purpose and input format of a custom tool.

    Attributes:
        name: Name by which the model calls the tool.
        description: What the tool does, so that the model knows when and how to call it.
        format: What the input may look like. Left out, any text.
    """

    name: str
    description: str | None = None
    format: (
        CustomToolFormatText
        | CustomToolFormatTextDict
        | CustomToolFormatGrammar
        | CustomToolFormatGrammarDict
        | OtherCustomToolFormat
        | None
    ) = None


@for_pydantic
class CustomToolDefinitionDict(TypedDict):
    """The plain dict that `CustomToolDefinition` is made from."""

    name: Required[str]
    """Name by which the model calls the tool."""
    description: NotRequired[str]
    """What the tool does, so that the model knows when and how to call it."""
    format: NotRequired[
        CustomToolFormatText
        | CustomToolFormatTextDict
        | CustomToolFormatGrammar
        | CustomToolFormatGrammarDict
        | OtherCustomToolFormat
    ]
    """What the input may look like. Left out, any text."""


# Below the class, because schemas may refer to each other in a circle.
from .custom_tool_format_grammar import (
    CustomToolFormatGrammar,
    CustomToolFormatGrammarDict,
)
from .custom_tool_format_text import CustomToolFormatText, CustomToolFormatTextDict
from .other_custom_tool_format import OtherCustomToolFormat

set_decoders(
    CustomToolDefinition,
    nested={
        "format": tagged(
            "type",
            {"text": CustomToolFormatText, "grammar": CustomToolFormatGrammar},
            OtherCustomToolFormat,
        ),
    },
)
