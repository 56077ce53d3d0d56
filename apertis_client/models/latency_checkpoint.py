# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `LatencyCheckpoint`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    NotRequired,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    model,
)

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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "engine_ttft_ms",
        "engine_ttlt_ms",
        "service_ttft_ms",
        "total_duration_ms",
    ]
)


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


# Below the class: schemas may refer to each other in a circle.
