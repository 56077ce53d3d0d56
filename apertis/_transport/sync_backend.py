"""The backend of `Apertis`, whose coroutines block and never suspend (see `run_sync`)."""

from __future__ import annotations

import threading
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, TypeVar

from .._importing import importing
from .backend import UNLIMITED, Backend, Made
from .connections import Connections
from .interrupt import follow, set_stream, watch
from .messages import Request, Response
from .sync_connection import SyncConnection

if TYPE_CHECKING:
    import httpx

__all__ = ["SyncBackend", "sync_connections"]

R = TypeVar("R")


class SyncBackend(Backend["httpx.Client"]):
    """Sends over connections of our own, or with an `httpx.Client`."""

    _is_async = False

    def _make(self) -> Made[httpx.Client]:
        return Made(sync_connections())

    def _new_client(self, connections: Connections | None) -> httpx.Client:
        with importing:
            from .http_clients import HTTPClient

        return HTTPClient(connections, has_proxies=self._has_proxies)

    def limit(
        self, seconds: float | None, request: Request | None
    ) -> AbstractAsyncContextManager[object]:
        if seconds is None or request is None:
            return UNLIMITED
        return watch(seconds, request.interrupt)

    async def call(self, function: Callable[[], Any]) -> Any:
        value = function()
        if isinstance(value, Awaitable):
            if isinstance(value, Coroutine):
                value.close()
            raise TypeError("api_key must return text; an async function needs AsyncApertis")
        return value

    async def run(self, function: Callable[[], R]) -> R:
        return function()

    async def _send_by(self, http: httpx.Client, request: Request) -> Response:
        follow(request)
        send = http.send  # which blocks, as everything here does
        response = send(request.httpx, stream=True, follow_redirects=False)
        stream = response.extensions.get("network_stream")
        if stream is not None and response.extensions.get("http_version") != b"HTTP/2":
            set_stream(request, stream, lambda: response.is_closed)
        return Response.of_httpx(request, response, _Body(request, response))

    async def sleep(self, seconds: float) -> None:
        self._check_open()
        time.sleep(seconds)  # noqa: ASYNC251  blocks, as everything here does

    async def _close_client(self, http: httpx.Client) -> None:
        http.close()  # noqa: ASYNC212  blocks, as everything here does


class _Body:
    """The body of a response of httpx."""

    def __init__(self, request: Request, response: httpx.Response) -> None:
        self._request = request
        self._response = response
        self._pieces = response.iter_raw()

    async def next_piece(self) -> bytes | None:
        return next(self._pieces, None)

    async def close(self) -> None:
        if not self._response.is_closed:
            # This wakes a thread that reads it; closing alone would not.
            self._request.interrupt()
        # From here on its connection may belong to another call.
        self._request.on_interrupt(None)
        self._response.close()


def sync_connections(**bounds: Any) -> Connections:
    """Return the connections of a client; `bounds` are those of its `Pool`."""
    return Connections(SyncConnection, threading.Event, _wait, **bounds)


async def _wait(event: threading.Event, seconds: float | None) -> bool:
    return event.wait(seconds)
