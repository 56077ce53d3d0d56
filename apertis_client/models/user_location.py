# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `UserLocation`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

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


@for_pydantic
class UserLocationDict(TypedDict):
    """The plain dict that `UserLocation` is made from."""

    type: Required[Literal["approximate"]]
    """Always `approximate`."""
    approximate: Required[UserLocationDetail | UserLocationDetailDict]
    """Roughly where the user is."""


# Below the class, because schemas may refer to each other in a circle.
from .user_location_detail import UserLocationDetail, UserLocationDetailDict

set_decoders(
    UserLocation,
    nested={
        "approximate": object_of(UserLocationDetail),
    },
)
