# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `UserLocationDetail`."""

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

__all__ = ["UserLocationDetail", "UserLocationDetailDict"]


@model
class UserLocationDetail(JSONObject):
    """Roughly where the user is. Give what is known.

    Attributes:
        country: Two-letter ISO code of the country, such as `FR`.
        city: Name of the city.
        region: Name of the state or region.
        timezone: IANA name of the time zone, such as `Europe/Paris`.
    """

    country: str | None = None
    city: str | None = None
    region: str | None = None
    timezone: str | None = None

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
        "country",
        "city",
        "region",
        "timezone",
    ]
)


class UserLocationDetailDict(TypedDict):
    """The plain dict that `UserLocationDetail` is made from."""

    country: NotRequired[str]
    """Two-letter ISO code of the country, such as `FR`."""
    city: NotRequired[str]
    """Name of the city."""
    region: NotRequired[str]
    """Name of the state or region."""
    timezone: NotRequired[str]
    """IANA name of the time zone, such as `Europe/Paris`."""


# Below the class: schemas may refer to each other in a circle.
