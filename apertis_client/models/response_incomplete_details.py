# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseIncompleteDetails`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseIncompleteDetails", "ResponseIncompleteDetailsDict"]


@model
class ResponseIncompleteDetails(JSONObject):
    """Why a response is incomplete.

    Attributes:
        reason: Why it is.
    """

    reason: str | None = None


@for_pydantic
class ResponseIncompleteDetailsDict(TypedDict):
    """The plain dict that `ResponseIncompleteDetails` is made from."""

    reason: NotRequired[str | None]
    """Why it is."""


# Below the class, because schemas may refer to each other in a circle.
