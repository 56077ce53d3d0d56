# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `MessagePart`."""

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

__all__ = ["MessagePart", "MessagePartDict"]


@model
class MessagePart(JSONObject):
    """A part of a message, from upstreams that send its content in parts.

    Attributes:
        type: Kind of part, as a rule `text`.
        text: The text of the part.
    """

    type: str | None = None
    text: str | None = None

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
        "text",
    ]
)


class MessagePartDict(TypedDict):
    """The plain dict that `MessagePart` is made from."""

    type: NotRequired[str | None]
    """Kind of part, as a rule `text`."""
    text: NotRequired[str | None]
    """The text of the part."""


# Below the class: schemas may refer to each other in a circle.
