"""Opens the stream that a response holds, as far as its first chunk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from apertis_client._runtime.json_object import JSONObject

from .stream import ChunkSource

if TYPE_CHECKING:
    from apertis_client._runtime.operation import StreamingOperation

    from .._core.open_response import OpenResponse

__all__ = ["receive_chunks"]

C = TypeVar("C", bound=JSONObject)


def receive_chunks(
    operation: StreamingOperation[Any, C],
) -> Callable[[OpenResponse], Awaitable[ChunkSource[C]]]:
    """Return a function for `Engine.send` that opens the stream and waits for its first chunk."""

    async def receive(response: OpenResponse) -> ChunkSource[C]:
        source = ChunkSource(operation, response)
        await source.peek()
        return source

    return receive
