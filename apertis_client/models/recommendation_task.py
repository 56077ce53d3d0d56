# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `RecommendationTask`."""

from typing import Literal, TypeAlias

RecommendationTask: TypeAlias = Literal[
    "coding",
    "fast-chat",
    "long-context",
    "reasoning",
    "vision",
]
"""What a model can be recommended for."""
