# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `GrammarSyntax`."""

from typing import Literal, TypeAlias

GrammarSyntax: TypeAlias = Literal[
    "lark",
    "regex",
]
"""The known notations of a grammar: a Lark grammar or a regular expression."""
