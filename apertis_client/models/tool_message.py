# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ToolMessage`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import (
    Any,
    Final,
    Literal,
    NotRequired,
    Required,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
    is_array,
    is_object,
    model,
)

__all__ = ["ToolMessage", "ToolMessageDict"]


@model
class ToolMessage(JSONObject):
    """The result of a tool call, for the model to go on with.

    Attributes:
        role: Always `tool`.
        content: The result, as text or as parts of text.
        tool_call_id: The `id` of the tool call that this is the result of.
        name: Name of the tool. Some models want it.
    """

    role: Literal["tool"] = "tool"
    content: str | Sequence[TextContentPart | TextContentPartDict]
    tool_call_id: str
    name: str | None = None

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        value = members.get("content")
        if value is not None and not isinstance(value, str):
            if is_array(value):
                position = 0
                for item in value:
                    value[position] = (
                        TextContentPart.adopt(item)
                        if is_object(item)
                        else decode_unknown(item)
                    )
                    position += 1
            else:
                members["content"] = decode_unknown(value)
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "role",
        "content",
        "tool_call_id",
        "name",
    ]
)


class ToolMessageDict(TypedDict):
    """The plain dict that `ToolMessage` is made from."""

    role: Required[Literal["tool"]]
    """Always `tool`."""
    content: Required[str | Sequence[TextContentPart | TextContentPartDict]]
    """The result, as text or as parts of text."""
    tool_call_id: Required[str]
    """The `id` of the tool call that this is the result of."""
    name: NotRequired[str]
    """Name of the tool. Some models want it."""


# Below the class: schemas may refer to each other in a circle.
from .text_content_part import TextContentPart, TextContentPartDict
