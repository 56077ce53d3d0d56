# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `LatencyCheckpoint`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["LatencyCheckpoint", "LatencyCheckpointDict"]


@model
class LatencyCheckpoint(JSONObject):
    """Times from the upstream, in milliseconds; there may be further ones.

    Attributes:
        engine_ttft_ms: Time to the engine's first token.
        engine_ttlt_ms: Time to the engine's last token.
        service_ttft_ms: Time to the service's first token.
        total_duration_ms: Time for the whole answer.
    """

    engine_ttft_ms: float | None = None
    engine_ttlt_ms: float | None = None
    service_ttft_ms: float | None = None
    total_duration_ms: float | None = None


@for_pydantic
class LatencyCheckpointDict(TypedDict):
    """The plain dict that `LatencyCheckpoint` is made from."""

    engine_ttft_ms: NotRequired[float | None]
    """Time to the engine's first token."""
    engine_ttlt_ms: NotRequired[float | None]
    """Time to the engine's last token."""
    service_ttft_ms: NotRequired[float | None]
    """Time to the service's first token."""
    total_duration_ms: NotRequired[float | None]
    """Time for the whole answer."""


# Below the class, because schemas may refer to each other in a circle.
