# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `FunctionDelta`."""

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

__all__ = ["FunctionDelta", "FunctionDeltaDict"]


@model
class FunctionDelta(JSONObject):
    """A piece of a function call.

    Attributes:
        name: Name of the function. Absent or empty after the first piece.
        arguments: The next piece of the arguments, which are JSON text.
    """

    name: str | None = None
    arguments: str | None = None

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
        "arguments",
    ]
)


class FunctionDeltaDict(TypedDict):
    """The plain dict that `FunctionDelta` is made from."""

    name: NotRequired[str | None]
    """Name of the function. Absent or empty after the first piece."""
    arguments: NotRequired[str | None]
    """The next piece of the arguments, which are JSON text."""


# Below the class: schemas may refer to each other in a circle.
