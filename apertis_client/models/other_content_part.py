# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `OtherContentPart`."""

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

__all__ = ["OtherContentPart", "OtherContentPartDict"]


@model
class OtherContentPart(JSONObject):
    """A part of a type that this description does not know. It is sent as given; the model
    decides what it means.

    Attributes:
        type: Type of the part.
    """

    type: str

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


class OtherContentPartDict(TypedDict):
    """The plain dict that `OtherContentPart` is made from."""

    type: Required[str]
    """Type of the part."""


# Below the class: schemas may refer to each other in a circle.
