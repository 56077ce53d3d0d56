# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `UserLocation`."""

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

__all__ = ["UserLocation", "UserLocationDict"]


@model
class UserLocation(JSONObject):
    """Where the user is.

    Attributes:
        type: Always `approximate`.
        approximate: Roughly where the user is.
    """

    type: Literal["approximate"] = "approximate"
    approximate: UserLocationDetail | UserLocationDetailDict

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("approximate")
        if value is not None:
            members["approximate"] = (
                UserLocationDetail.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "approximate",
    ]
)


class UserLocationDict(TypedDict):
    """The plain dict that `UserLocation` is made from."""

    type: Required[Literal["approximate"]]
    """Always `approximate`."""
    approximate: Required[UserLocationDetail | UserLocationDetailDict]
    """Roughly where the user is."""


# Below the class: schemas may refer to each other in a circle.
from .user_location_detail import UserLocationDetail, UserLocationDetailDict
