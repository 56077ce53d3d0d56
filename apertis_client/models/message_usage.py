# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `MessageUsage`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["MessageUsage", "MessageUsageDict"]


@model
class MessageUsage(JSONObject):
    """How many tokens a message took.

    Attributes:
        input_tokens: Tokens of the request, those of the cache not counted.
        output_tokens: Tokens of the answer.
        cache_creation_input_tokens: Tokens of the request that were written to the cache.
        cache_read_input_tokens: Tokens of the request that were read from the cache.
    """

    input_tokens: int = promised(default=None)
    output_tokens: int = promised(default=None)
    cache_creation_input_tokens: int | None = None
    cache_read_input_tokens: int | None = None


@for_pydantic
class MessageUsageDict(TypedDict):
    """The plain dict that `MessageUsage` is made from."""

    input_tokens: NotRequired[int | None]
    """Tokens of the request, those of the cache not counted."""
    output_tokens: NotRequired[int | None]
    """Tokens of the answer."""
    cache_creation_input_tokens: NotRequired[int | None]
    """Tokens of the request that were written to the cache."""
    cache_read_input_tokens: NotRequired[int | None]
    """Tokens of the request that were read from the cache."""


# Below the class, because schemas may refer to each other in a circle.
