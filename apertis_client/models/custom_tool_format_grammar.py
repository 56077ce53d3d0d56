# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `CustomToolFormatGrammar`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    Literal,
    Required,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
    is_object,
    model,
)

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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("grammar")
        if value is not None:
            members["grammar"] = (
                CustomToolGrammar.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "grammar",
    ]
)


class CustomToolFormatGrammarDict(TypedDict):
    """The plain dict that `CustomToolFormatGrammar` is made from."""

    type: Required[Literal["grammar"]]
    """Always `grammar`."""
    grammar: Required[CustomToolGrammar | CustomToolGrammarDict]
    """The grammar."""


# Below the class: schemas may refer to each other in a circle.
from .custom_tool_grammar import CustomToolGrammar, CustomToolGrammarDict
