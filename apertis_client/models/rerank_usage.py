# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `RerankUsage`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["RerankUsage", "RerankUsageDict"]


@model
class RerankUsage(JSONObject):
    """What a reranking cost in tokens.

    Attributes:
        total_tokens: All tokens.
    """

    total_tokens: int | None = None


@for_pydantic
class RerankUsageDict(TypedDict):
    """The plain dict that `RerankUsage` is made from."""

    total_tokens: NotRequired[int | None]
    """All tokens."""


# Below the class, because schemas may refer to each other in a circle.
