# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `CustomToolCall`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    NotRequired,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    model,
)

__all__ = ["CustomToolCall", "CustomToolCallDict"]


@model
class CustomToolCall(JSONObject):
    """A custom tool to call and its input.

    Attributes:
        name: Name of the tool.
        input: The input, as free text.
    """

    name: str | None = None
    input: str | None = None

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
        "name",
        "input",
    ]
)


class CustomToolCallDict(TypedDict):
    """The plain dict that `CustomToolCall` is made from."""

    name: NotRequired[str | None]
    """Name of the tool."""
    input: NotRequired[str | None]
    """The input, as free text."""


# Below the class: schemas may refer to each other in a circle.
