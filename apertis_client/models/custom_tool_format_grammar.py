# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `CustomToolFormatGrammar`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["CustomToolFormatGrammar", "CustomToolFormatGrammarDict"]


@model
class CustomToolFormatGrammar(JSONObject):
    """The input follows a grammar.

    Attributes:
        type: Always `grammar`.
        grammar: The grammar.
    """

    type: Literal["grammar"] = "grammar"
    grammar: CustomToolGrammar | CustomToolGrammarDict


@for_pydantic
class CustomToolFormatGrammarDict(TypedDict):
    """The plain dict that `CustomToolFormatGrammar` is made from."""

    type: Required[Literal["grammar"]]
    """Always `grammar`."""
    grammar: Required[CustomToolGrammar | CustomToolGrammarDict]
    """The grammar."""


# Below the class, because schemas may refer to each other in a circle.
from .custom_tool_grammar import CustomToolGrammar, CustomToolGrammarDict

set_decoders(
    CustomToolFormatGrammar,
    nested={
        "grammar": object_of(CustomToolGrammar),
    },
)
