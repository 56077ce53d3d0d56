# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `CustomToolGrammar`."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["CustomToolGrammar", "CustomToolGrammarDict"]


@model
class CustomToolGrammar(JSONObject):
    """A grammar for the input of a custom tool.

    Attributes:
        definition: The grammar itself.
        syntax: The notation of `definition`.
    """

    definition: str
    syntax: GrammarSyntax | str


@for_pydantic
class CustomToolGrammarDict(TypedDict):
    """The plain dict that `CustomToolGrammar` is made from."""

    definition: Required[str]
    """The grammar itself."""
    syntax: Required[GrammarSyntax | str]
    """The notation of `definition`."""


# Below the class, because schemas may refer to each other in a circle.
from .grammar_syntax import GrammarSyntax
