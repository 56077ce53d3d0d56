# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `SystemMessage`."""

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

__all__ = ["SystemMessage", "SystemMessageDict"]


@model
class SystemMessage(JSONObject):
    """Instructions for the model, which hold for the whole conversation.

    Attributes:
        role: Always `system`.
        content: The instructions, as text or as parts of text.
        name: Name of the author, to tell apart authors of the same role.
    """

    role: Literal["system"] = "system"
    content: str | Sequence[TextContentPart | TextContentPartDict]
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
        "name",
    ]
)


class SystemMessageDict(TypedDict):
    """The plain dict that `SystemMessage` is made from."""

    role: Required[Literal["system"]]
    """Always `system`."""
    content: Required[str | Sequence[TextContentPart | TextContentPartDict]]
    """The instructions, as text or as parts of text."""
    name: NotRequired[str]
    """Name of the author, to tell apart authors of the same role."""


# Below the class: schemas may refer to each other in a circle.
from .text_content_part import TextContentPart, TextContentPartDict
