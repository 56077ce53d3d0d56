# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `EmbeddingRequest`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["EmbeddingRequest", "EmbeddingRequestDict"]


@model
class EmbeddingRequest(JSONObject):
    """The texts to turn into vectors, and the model that does it.

    Attributes:
        model: Id of the model, for example `text-embedding-3-small` (1536 dimensions) or
            `text-embedding-3-large` (3072). At least 1 character.
        input: A text or several, none of them empty; or the same as token ids. Each has at most
            8191 tokens, for OpenAI models, which take 2048 of them.
        dimensions: Length of the vectors, where it is not that of the model. For
            `text-embedding-3` models. At least 1.
        encoding_format: How the numbers are sent: as JSON, or as base64 of 32-bit floats
            (little-endian), which is several times shorter. `embedding` of the answer is a list
            of floats in either case. Default of the server: "float". Default of this client:
            "base64".
        task: What the vectors are for. For models of Jina.
        user: Id of your end user, to help find abuse.
    """

    model: str
    input: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]]
    dimensions: int | None = None
    encoding_format: EmbeddingEncodingFormat | str | None = None
    task: EmbeddingTask | str | None = None
    user: str | None = None


@for_pydantic
class EmbeddingRequestDict(TypedDict):
    """The plain dict that `EmbeddingRequest` is made from."""

    model: Required[str]
    """Id of the model, for example `text-embedding-3-small` (1536 dimensions) or
    `text-embedding-3-large` (3072). At least 1 character.
    """
    input: Required[str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]]]
    """A text or several, none of them empty; or the same as token ids. Each has at most 8191
    tokens, for OpenAI models, which take 2048 of them.
    """
    dimensions: NotRequired[int]
    """Length of the vectors, where it is not that of the model. For `text-embedding-3` models. At
    least 1.
    """
    encoding_format: NotRequired[EmbeddingEncodingFormat | str]
    """How the numbers are sent: as JSON, or as base64 of 32-bit floats (little-endian), which is
    several times shorter. `embedding` of the answer is a list of floats in either case. Default
    of the server: "float". Default of this client: "base64".
    """
    task: NotRequired[EmbeddingTask | str]
    """What the vectors are for. For models of Jina."""
    user: NotRequired[str]
    """Id of your end user, to help find abuse."""


# Below the class, because schemas may refer to each other in a circle.
from .embedding_encoding_format import EmbeddingEncodingFormat
from .embedding_task import EmbeddingTask
