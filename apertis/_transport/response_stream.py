"""The body of a response of ours as httpx has them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

import httpx

from .run_sync import run_sync

if TYPE_CHECKING:
    from .messages import Body

__all__ = ["ResponseStream"]


class ResponseStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body as httpx has them, sync and async."""

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
