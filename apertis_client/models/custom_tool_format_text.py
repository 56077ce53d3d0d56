# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `CustomToolFormatText`."""

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
    model,
)

__all__ = ["CustomToolFormatText", "CustomToolFormatTextDict"]


@model
class CustomToolFormatText(JSONObject):
    """Any text is a valid input.

    Attributes:
        type: Always `text`.
    """

    type: Literal["text"] = "text"

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
        "type",
    ]
)


class CustomToolFormatTextDict(TypedDict):
    """The plain dict that `CustomToolFormatText` is made from."""

    type: Required[Literal["text"]]
    """Always `text`."""


# Below the class: schemas may refer to each other in a circle.
