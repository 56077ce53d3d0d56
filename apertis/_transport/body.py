"""The body of a response, as ours is and as those of httpx are."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Protocol

import httpx

from .run_sync import run_sync

__all__ = ["Body", "ResponseStream"]


class Body(Protocol):
    """The body of a response, compressed or not."""

    async def next_piece(self) -> bytes | None:
        """Return what arrives next; None at the end."""
        ...

    async def close(self) -> None:
        """Close it, read or not."""
        ...


class ResponseStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body of ours as httpx has them, sync and async."""

    def __init__(self, body: Body) -> None:
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        while (piece := run_sync(self._body.next_piece())) is not None:
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while (piece := await self._body.next_piece()) is not None:
            yield piece

    def close(self) -> None:
        run_sync(self._body.close())

    async def aclose(self) -> None:
        await self._body.close()
