"""Coroutines of asynchronous calls that can also be used without awaiting them first."""

from __future__ import annotations

from collections.abc import AsyncIterator, Coroutine, Generator, Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from apertis_client._runtime.json_object import JSONObject

if TYPE_CHECKING:
    from .._streaming.stream import AsyncStream

__all__ = ["AwaitableList", "AwaitableStream"]

R = TypeVar("R")
L = TypeVar("L", bound=Iterable[Any])
M = TypeVar("M")
C = TypeVar("C", bound=JSONObject)


class _Request(Coroutine[Any, Any, R]):
    """The coroutine of a call, as it is."""

    def __init__(self, call: Coroutine[Any, Any, R]) -> None:
        self._call = call

    def __await__(self) -> Generator[Any, Any, R]:
        return self._call.__await__()

    def send(self, value: Any) -> Any:
        return self._call.send(value)

    def throw(self, *exception: Any) -> Any:
        return self._call.throw(*exception)

    def close(self) -> None:
        self._call.close()


class AwaitableList(_Request[L], Generic[L, M]):
    """A list being asked for: await it for the answer, or `async for` its items."""

    async def __aiter__(self) -> AsyncIterator[M]:
        for item in await self:
            yield item


class AwaitableStream(_Request["AsyncStream[C]"], Generic[C]):
    """A stream being opened: await it for the stream, or iterate or enter it right away."""

    async def __aiter__(self) -> AsyncIterator[C]:
        async with self as stream:
            async for chunk in stream:
                yield chunk

    async def __aenter__(self) -> AsyncStream[C]:
        self._stream = await self
        return self._stream

    async def __aexit__(self, *exception: object) -> None:
        await self._stream.close()
