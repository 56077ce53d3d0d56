"""The backend of `AsyncApertis`, under asyncio and trio."""

from __future__ import annotations

import contextlib
import inspect
import sys
import weakref
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .backend import UNLIMITED, HTTPBackend, is_plain
from .decompression import set_decoder
from .failures import transport_errors

if TYPE_CHECKING:
    import httpx

__all__ = ["AsyncBackend"]

R = TypeVar("R")


class AsyncBackend(HTTPBackend["httpx.AsyncClient"]):
    """Sends with an `httpx.AsyncClient`, one for each event loop where none was given."""

    _kind = "AsyncClient"

    def __init__(self, http_client: httpx.AsyncClient | None) -> None:
        super().__init__(http_client)
        import_module("anyio._backends._asyncio")  # or the first call would, see `preload`
        self._made = weakref.WeakKeyDictionary()

    def _place(self) -> Any:
        return _event_loop()

    def _make(self) -> httpx.AsyncClient:
        for loop in list(self._made):
            if getattr(loop, "is_closed", bool)():
                self._made.pop(loop, None)  # its connections ended with it
        return super()._make()

    def _new_client(self) -> httpx.AsyncClient:
        from .http_clients import AsyncHTTPClient

        return AsyncHTTPClient()

    def pieces(self, response: httpx.Response) -> AsyncIterator[bytes]:
        if is_plain(response):
            return response.aiter_raw()
        set_decoder(response)
        return response.aiter_bytes()

    def limit(
        self,
        seconds: float | None,
        exchange: httpx.Request | httpx.Response | None,  # noqa: ARG002  the task is cancelled
    ) -> AbstractAsyncContextManager[object]:
        return UNLIMITED if seconds is None else _limit(seconds)

    async def call(self, function: Callable[[], Any]) -> Any:
        value = function()
        return await value if inspect.isawaitable(value) else value

    async def run(self, function: Callable[[], R]) -> R:
        import anyio.to_thread

        return await anyio.to_thread.run_sync(function)

    async def send(self, request: httpx.Request) -> httpx.Response:
        try:
            return self._mark(await self.http.send(request, stream=True, follow_redirects=False))
        except RuntimeError as error:
            self._check_open(error)
            raise

    async def next_piece(self, pieces: AsyncIterator[bytes]) -> bytes | None:
        return await anext(pieces, None)

    async def close_response(self, response: httpx.Response) -> None:
        if not self.owns(response):
            return
        with contextlib.suppress(*transport_errors()):  # it is given up in any case
            await response.aclose()

    async def close_pieces(self, pieces: AsyncIterator[bytes]) -> None:
        with contextlib.suppress(RuntimeError):  # another task is reading them
            await cast("AsyncGenerator[bytes]", pieces).aclose()

    async def sleep(self, seconds: float) -> None:
        import anyio

        self._check_open()
        await anyio.sleep(seconds)

    async def close(self) -> None:
        if self.given is None:
            self._is_closed = True
            made = self.made
            self._made.clear()  # what other event loops have can only be closed in them
            if made is not None:
                await made.aclose()


@contextlib.asynccontextmanager
async def _limit(seconds: float) -> AsyncGenerator[None]:
    """Do what `anyio.fail_after` does, as an asynchronous context."""
    import anyio

    with anyio.fail_after(seconds):
        yield


class _NoLoop:
    """Stands for the event loop where none that we know is running."""


_NO_LOOP = _NoLoop()


def _event_loop() -> object:
    """Return an object that stands for the running event loop, of asyncio or of trio."""
    # Whichever runs has been imported; importing the other would cost time for nothing.
    asyncio: Any = sys.modules.get("asyncio")
    trio: Any = sys.modules.get("trio")
    for current in (
        asyncio and asyncio.get_running_loop,
        trio and trio.lowlevel.current_trio_token,
    ):
        try:
            if current is not None:
                return current()
        except RuntimeError:  # that one does not run
            pass
    return _NO_LOOP
