# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `SearchContextSize`."""

from typing import Literal, TypeAlias

SearchContextSize: TypeAlias = Literal[
    "high",
    "low",
    "medium",
]
"""The known amounts of context from a web search."""
