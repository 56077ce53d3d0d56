"""Temporary: replaced by the merge of the streaming work."""

from __future__ import annotations

from typing import Any

from .stream import ChunkSource

__all__ = ["EventSource", "open_events"]


class EventSource(ChunkSource[Any]):
    """A source."""

    def __init__(self, operation: Any, _stream_format: Any, response: Any) -> None:
        super().__init__(operation, response)


async def open_events(operation: Any, stream_format: Any, response: Any) -> EventSource:
    """Open."""
    source = EventSource(operation, stream_format, response)
    await source.peek()
    return source
