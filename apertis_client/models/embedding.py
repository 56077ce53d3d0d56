# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `Embedding`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .._runtime.embedding_methods import EmbeddingMethods
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["Embedding", "EmbeddingDict"]


@model
class Embedding(EmbeddingMethods):
    """The vector of a text.

    Attributes:
        object: Kind of object, `embedding`.
        index: Which text it belongs to, counted from 0.
        embedding: The numbers. Sent as base64, they become a list when they are first read;
            `numpy()` and `array()` give them without it.
    """

    object: str | None = None
    index: int = promised(default=None)
    embedding: list[float] = promised(default=None)


@for_pydantic
class EmbeddingDict(TypedDict):
    """The plain dict that `Embedding` is made from."""

    object: NotRequired[str | None]
    """Kind of object, `embedding`."""
    index: NotRequired[int | None]
    """Which text it belongs to, counted from 0."""
    embedding: NotRequired[Sequence[float] | str | None]
    """The numbers. Sent as base64, they become a list when they are first read; `numpy()` and
    `array()` give them without it.
    """


# Below the class, because schemas may refer to each other in a circle.
