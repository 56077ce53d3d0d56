# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `CustomToolDefinition`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    NotRequired,
    Required,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_tagged,
    model,
)

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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if _PLAIN.issuperset(members):
            return self
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("format")
        if value is not None:
            members["format"] = decode_tagged(
                value, "type", _CUSTOM_TOOL_FORMAT_TEXT_OR_CUSTOM_TOOL_FORMAT_GRAMMAR
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "name",
        "description",
        "format",
    ]
)
_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "name",
        "description",
    ]
)


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


# Below the class: schemas may refer to each other in a circle.
from .custom_tool_format_grammar import (
    CustomToolFormatGrammar,
    CustomToolFormatGrammarDict,
)
from .custom_tool_format_text import CustomToolFormatText, CustomToolFormatTextDict
from .other_custom_tool_format import OtherCustomToolFormat

_CUSTOM_TOOL_FORMAT_TEXT_OR_CUSTOM_TOOL_FORMAT_GRAMMAR = {
    "text": CustomToolFormatText.adopt,
    "grammar": CustomToolFormatGrammar.adopt,
}
