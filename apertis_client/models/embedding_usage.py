# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `EmbeddingUsage`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["EmbeddingUsage", "EmbeddingUsageDict"]


@model
class EmbeddingUsage(JSONObject):
    """What embeddings cost in tokens.

    Attributes:
        prompt_tokens: Tokens of the texts.
        total_tokens: All tokens.
    """

    prompt_tokens: int = promised(default=None)
    total_tokens: int = promised(default=None)


@for_pydantic
class EmbeddingUsageDict(TypedDict):
    """The plain dict that `EmbeddingUsage` is made from."""

    prompt_tokens: NotRequired[int | None]
    """Tokens of the texts."""
    total_tokens: NotRequired[int | None]
    """All tokens."""


# Below the class, because schemas may refer to each other in a circle.
