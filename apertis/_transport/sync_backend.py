"""The backend of `Apertis`, whose coroutines block and never suspend.

What sync and async share is written once, as coroutines. In async they are awaited. In sync all
that they await blocks instead of waiting, so a single step takes them to their end (`run_sync`).
"""

from __future__ import annotations

import contextlib
import inspect
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, TypeVar

from .backend import UNLIMITED, HTTPBackend, is_plain
from .decompression import set_decoder
from .failures import transport_errors
from .interrupt import Interrupt, watch

if TYPE_CHECKING:
    import httpx

__all__ = ["SyncBackend", "run_sync"]

T = TypeVar("T")


def run_sync(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never suspends, and return its result.

    Raises:
        RuntimeError: the coroutine suspended.
    """
    try:
        coroutine.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    coroutine.close()
    raise RuntimeError("a synchronous call tried to wait for an event loop")


class SyncBackend(HTTPBackend["httpx.Client"]):
    """Sends with an `httpx.Client`."""

    _kind = "Client"

    def _new_client(self) -> httpx.Client:
        from .http_clients import HTTPClient

        return HTTPClient()

    def pieces(self, response: httpx.Response) -> Iterator[bytes]:
        if is_plain(response):
            return response.iter_raw()
        set_decoder(response)
        return response.iter_bytes()

    def limit(
        self, seconds: float | None, exchange: httpx.Request | httpx.Response | None
    ) -> AbstractAsyncContextManager[object]:
        return UNLIMITED if seconds is None or exchange is None else watch(seconds, exchange)

    async def call(self, function: Callable[[], Any]) -> Any:
        value = function()
        if inspect.isawaitable(value):
            if inspect.iscoroutine(value):
                value.close()
            raise TypeError("api_key must return text; an async function needs AsyncApertis")
        return value

    async def run(self, function: Callable[[], T]) -> T:
        return function()

    async def send(self, request: httpx.Request) -> httpx.Response:
        try:
            return self._mark(self.http.send(request, stream=True, follow_redirects=False))
        except RuntimeError as error:
            self._check_open(error)
            raise

    async def next_piece(self, pieces: Iterator[bytes]) -> bytes | None:
        return next(pieces, None)

    async def close_response(self, response: httpx.Response) -> None:
        if not self.owns(response):
            return
        if not response.is_closed:
            # This wakes a thread that reads it; closing alone would not.
            Interrupt(response)()
        with contextlib.suppress(*transport_errors()):  # it is given up in any case
            response.close()

    async def close_pieces(self, pieces: Iterator[bytes]) -> None:
        pass  # another thread may be reading them

    async def sleep(self, seconds: float) -> None:
        self._check_open()
        time.sleep(seconds)  # noqa: ASYNC251  blocks, as everything here does

    async def close(self) -> None:
        if self.given is None:
            self._is_closed = True
            if self.made is not None:
                self.made.close()
