# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ResponseStatus`."""

from typing import Literal, TypeAlias

ResponseStatus: TypeAlias = Literal[
    "cancelled",
    "completed",
    "failed",
    "in_progress",
    "incomplete",
    "queued",
]
"""How far a response is."""
