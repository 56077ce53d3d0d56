"""Asynchronous calls that open a stream, which can be used without awaiting them first."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Generic, TypeVar

from apertis_client._runtime.json_object import JSONObject

from .._core.awaitable import AwaitableCall

if TYPE_CHECKING:
    from .async_stream import AsyncStream

__all__ = ["AwaitableStream"]

E = TypeVar("E", bound=JSONObject)


class AwaitableStream(AwaitableCall["AsyncStream[E]"], Generic[E]):
    """A call that opens a stream: await it for the stream, or iterate or enter it directly."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: await it for the stream, or iterate it>"

    async def __aiter__(self) -> AsyncIterator[E]:
        async with self as stream:
            async for event in stream:
                yield event

    async def __aenter__(self) -> AsyncStream[E]:
        self._stream = await self
        return self._stream

    async def __aexit__(self, *exception: object) -> None:
        await self._stream.close()
