"""Coroutines of asynchronous calls that can also be used without awaiting them first."""

from __future__ import annotations

from collections.abc import AsyncIterator, Coroutine, Generator, Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from apertis_client._runtime.json_object import JSONObject

from .._core.attributes import Advises

if TYPE_CHECKING:
    from .async_stream import AsyncStream

__all__ = ["AwaitableList", "AwaitableStream"]

R = TypeVar("R")
L = TypeVar("L", bound=Iterable[Any])
M = TypeVar("M")
E = TypeVar("E", bound=JSONObject)


class _AwaitableCall(Advises, Coroutine[Any, Any, R]):
    """A coroutine that passes everything on to the coroutine of a call."""

    def __init__(self, call: Coroutine[Any, Any, R]) -> None:
        self._call = call

    def _advice(self) -> str:
        return "await the call first"

    def __await__(self) -> Generator[Any, Any, R]:
        return self._call.__await__()

    def send(self, value: Any) -> Any:
        return self._call.send(value)

    def throw(self, *exception: Any) -> Any:
        return self._call.throw(*exception)

    def close(self) -> None:
        self._call.close()


class AwaitableList(_AwaitableCall[L], Generic[L, M]):
    """A call that returns a list: await it for the list, or `async for` its items."""

    async def __aiter__(self) -> AsyncIterator[M]:
        for item in await self:
            yield item


class AwaitableStream(_AwaitableCall["AsyncStream[E]"], Generic[E]):
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
