"""Coroutines of asynchronous calls that can also be used without awaiting them first."""

from __future__ import annotations

from collections.abc import AsyncIterator, Coroutine, Generator, Iterable
from typing import Any, Generic, TypeVar

__all__ = ["AwaitableCall", "AwaitableList"]

R = TypeVar("R")
L = TypeVar("L", bound=Iterable[Any])
M = TypeVar("M")


class AwaitableCall(Coroutine[Any, Any, R]):
    """A coroutine that passes everything on to the coroutine of a call."""

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


class AwaitableList(AwaitableCall[L], Generic[L, M]):
    """A call that returns a list: await it for the list, or `async for` its items."""

    async def __aiter__(self) -> AsyncIterator[M]:
        for item in await self:
            yield item
