# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ReasoningSummary`."""

from typing import Literal, TypeAlias

ReasoningSummary: TypeAlias = Literal[
    "auto",
    "concise",
    "detailed",
]
"""The known kinds of reasoning summary."""
