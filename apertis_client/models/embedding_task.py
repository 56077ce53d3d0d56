# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `EmbeddingTask`."""

from typing import Literal, TypeAlias

EmbeddingTask: TypeAlias = Literal[
    "classification",
    "none",
    "retrieval.passage",
    "retrieval.query",
    "separation",
    "text-matching",
]
"""What the vectors of Jina's models are for."""
