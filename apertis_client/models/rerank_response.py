# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `RerankResponse`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    list_of,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.response import ResponseModel

__all__ = ["RerankResponse", "RerankResponseDict"]


@model
class RerankResponse(ResponseModel):
    """Documents in order, the best first.

    Attributes:
        object: Kind of object, `list`.
        model: Id of the model that ordered them.
        results: The documents in order, the best first.
        usage: What it cost in tokens.
    """

    object: str | None = None
    model: str | None = None
    results: list[RerankResult] = promised(default=None)
    usage: RerankUsage | None = None

    def __iter__(self) -> Iterator[RerankResult]:
        return iter(self.results or ())

    def __len__(self) -> int:
        return len(self.results or ())


@for_pydantic
class RerankResponseDict(TypedDict):
    """The plain dict that `RerankResponse` is made from."""

    object: NotRequired[str | None]
    """Kind of object, `list`."""
    model: NotRequired[str | None]
    """Id of the model that ordered them."""
    results: NotRequired[Sequence[RerankResult | RerankResultDict] | None]
    """The documents in order, the best first."""
    usage: NotRequired[RerankUsage | RerankUsageDict | None]
    """What it cost in tokens."""


# Below the class, because schemas may refer to each other in a circle.
from .rerank_result import RerankResult, RerankResultDict
from .rerank_usage import RerankUsage, RerankUsageDict

set_decoders(
    RerankResponse,
    nested={
        "results": list_of(object_of(RerankResult)),
        "usage": object_of(RerankUsage),
    },
)
