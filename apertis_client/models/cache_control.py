# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `CacheControl`."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["CacheControl", "CacheControlDict"]


@model
class CacheControl(JSONObject):
    """How the provider's prompt cache treats what comes before.

    Attributes:
        type: Kind of cache. The only known value is `ephemeral`.
        ttl: How long it is kept, `5m` or `1h`.
    """

    type: str
    ttl: str | None = None


@for_pydantic
class CacheControlDict(TypedDict):
    """The plain dict that `CacheControl` is made from."""

    type: Required[str]
    """Kind of cache. The only known value is `ephemeral`."""
    ttl: NotRequired[str]
    """How long it is kept, `5m` or `1h`."""


# Below the class, because schemas may refer to each other in a circle.
