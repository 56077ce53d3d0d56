# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `RerankRequest`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["RerankRequest", "RerankRequestDict"]


@model
class RerankRequest(JSONObject):
    """The question, the documents to order, and the model that does it.

    Attributes:
        model: Id of the model, for example `BAAI/bge-reranker-v2-m3` or `rerank-v3.5`. At least
            1 character.
        query: What the documents are to answer.
        documents: The texts to order. At least 1 item.
        top_n: How many results to return; left out, all. At least 1.
        return_documents: Return the text of each document with its result. Default of the
            server: false.
    """

    model: str
    query: str
    documents: Sequence[str]
    top_n: int | None = None
    return_documents: bool | None = None


@for_pydantic
class RerankRequestDict(TypedDict):
    """The plain dict that `RerankRequest` is made from."""

    model: Required[str]
    """Id of the model, for example `BAAI/bge-reranker-v2-m3` or `rerank-v3.5`. At least 1
    character.
    """
    query: Required[str]
    """What the documents are to answer."""
    documents: Required[Sequence[str]]
    """The texts to order. At least 1 item."""
    top_n: NotRequired[int]
    """How many results to return; left out, all. At least 1."""
    return_documents: NotRequired[bool]
    """Return the text of each document with its result. Default of the server: false."""


# Below the class, because schemas may refer to each other in a circle.
