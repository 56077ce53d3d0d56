# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `CustomToolGrammar`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    Required,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    model,
)

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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "definition",
        "syntax",
    ]
)


class CustomToolGrammarDict(TypedDict):
    """The plain dict that `CustomToolGrammar` is made from."""

    definition: Required[str]
    """The grammar itself."""
    syntax: Required[GrammarSyntax | str]
    """The notation of `definition`."""


# Below the class: schemas may refer to each other in a circle.
from .grammar_syntax import GrammarSyntax
