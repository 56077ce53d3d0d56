"""Temporary: replaced by the merge of the streaming work."""

from __future__ import annotations

from typing import Any, TypeVar

from apertis_client._runtime.json_object import JSONObject

from .stream import ChunkSource

C = TypeVar("C", bound=JSONObject)

__all__ = ["EventSource", "open_events"]


class EventSource(ChunkSource[C]):
    """A source."""

    def __init__(self, operation: Any, _stream_format: Any, response: Any) -> None:
        super().__init__(operation, response)


async def open_events(operation: Any, stream_format: Any, response: Any) -> EventSource[Any]:
    """Open."""
    source: EventSource[Any] = EventSource(operation, stream_format, response)
    await source.peek()
    return source
