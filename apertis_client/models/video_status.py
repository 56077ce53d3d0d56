# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `VideoStatus`."""

from typing import Literal, TypeAlias

VideoStatus: TypeAlias = Literal[
    "completed",
    "failed",
    "in_progress",
    "pending",
    "processing",
    "queued",
]
"""The known states of a video."""
