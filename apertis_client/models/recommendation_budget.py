# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `RecommendationBudget`."""

from typing import Literal, TypeAlias

RecommendationBudget: TypeAlias = Literal[
    "high",
    "low",
    "medium",
]
"""What a recommended model may cost."""
