# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseInputTokensDetails`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseInputTokensDetails", "ResponseInputTokensDetailsDict"]


@model
class ResponseInputTokensDetails(JSONObject):
    """What kinds of tokens an input has.

    Attributes:
        cached_tokens: Tokens that were read from the cache.
    """

    cached_tokens: int | None = None


@for_pydantic
class ResponseInputTokensDetailsDict(TypedDict):
    """The plain dict that `ResponseInputTokensDetails` is made from."""

    cached_tokens: NotRequired[int | None]
    """Tokens that were read from the cache."""


# Below the class, because schemas may refer to each other in a circle.
