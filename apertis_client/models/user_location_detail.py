# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `UserLocationDetail`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

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


@for_pydantic
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


# Below the class, because schemas may refer to each other in a circle.
