# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `RerankResult`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["RerankResult", "RerankResultDict"]


@model
class RerankResult(JSONObject):
    """A document, and how well it answers.

    Attributes:
        index: Which of the documents it is, counted from 0.
        relevance_score: How well the document answers, from 0 to 1.
        document: The document. With `return_documents`; some upstreams send its text alone.
    """

    index: int = promised(default=None)
    relevance_score: float = promised(default=None)
    document: RerankDocument | str | None = None


@for_pydantic
class RerankResultDict(TypedDict):
    """The plain dict that `RerankResult` is made from."""

    index: NotRequired[int | None]
    """Which of the documents it is, counted from 0."""
    relevance_score: NotRequired[float | None]
    """How well the document answers, from 0 to 1."""
    document: NotRequired[RerankDocument | RerankDocumentDict | str | None]
    """The document. With `return_documents`; some upstreams send its text alone."""


# Below the class, because schemas may refer to each other in a circle.
from .rerank_document import RerankDocument, RerankDocumentDict

set_decoders(
    RerankResult,
    texts={
        "document": object_of(RerankDocument),
    },
)
