# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `EmbeddingResponse`."""

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

__all__ = ["EmbeddingResponse", "EmbeddingResponseDict"]


@model
class EmbeddingResponse(ResponseModel):
    """The vectors of texts, in the order of the texts.

    Attributes:
        object: Kind of object, `list`.
        data: One vector for each text.
        model: Id of the model that made them.
        usage: What it cost in tokens.
    """

    object: str | None = None
    data: list[Embedding] = promised(default=None)
    model: str | None = None
    usage: EmbeddingUsage = promised(default=None)

    def __iter__(self) -> Iterator[Embedding]:
        return iter(self.data or ())

    def __len__(self) -> int:
        return len(self.data or ())


@for_pydantic
class EmbeddingResponseDict(TypedDict):
    """The plain dict that `EmbeddingResponse` is made from."""

    object: NotRequired[str | None]
    """Kind of object, `list`."""
    data: NotRequired[Sequence[Embedding | EmbeddingDict] | None]
    """One vector for each text."""
    model: NotRequired[str | None]
    """Id of the model that made them."""
    usage: NotRequired[EmbeddingUsage | EmbeddingUsageDict | None]
    """What it cost in tokens."""


# Below the class, because schemas may refer to each other in a circle.
from .embedding import Embedding, EmbeddingDict
from .embedding_usage import EmbeddingUsage, EmbeddingUsageDict

set_decoders(
    EmbeddingResponse,
    nested={
        "data": list_of(object_of(Embedding)),
        "usage": object_of(EmbeddingUsage),
    },
)
