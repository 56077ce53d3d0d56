# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `EmbeddingEncodingFormat`."""

from typing import Literal, TypeAlias

EmbeddingEncodingFormat: TypeAlias = Literal[
    "base64",
    "float",
]
"""How the numbers of a vector are sent."""
