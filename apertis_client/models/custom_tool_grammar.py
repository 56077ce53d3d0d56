# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `CustomToolGrammar`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Final,
    Required,
    Self,
    TypedDict,
)

from attrs import define

from ..json_object import JSONObject

__all__ = ["CustomToolGrammar", "CustomToolGrammarDict"]


@define(kw_only=True, slots=False, eq=False, repr=False)
class CustomToolGrammar(JSONObject):
    """A grammar for the input of a custom tool.

    Attributes:
        definition: The grammar itself.
        syntax: The notation of `definition`.
    """

    definition: str
    syntax: GrammarSyntax | str

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Build the object from decoded JSON, keeping every member. `src` is not changed."""
        self = cls.__new__(cls)
        members = self.__dict__
        members.update(src)
        if not _KNOWN.issuperset(members):
            self._keep_unknown(_KNOWN)
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
