# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ReasoningEffort`."""

from typing import Literal, TypeAlias

ReasoningEffort: TypeAlias = Literal[
    "high",
    "low",
    "max",
    "medium",
    "minimal",
    "none",
    "xhigh",
]
"""The known degrees of reasoning. `low`, `medium` and `high` are the most widely known."""
