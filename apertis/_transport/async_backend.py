"""The backend of `AsyncApertis`, under asyncio and trio."""

from __future__ import annotations

import contextlib
import importlib
import sys
import weakref
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .._importing import asyncio, importing
from .backend import UNLIMITED, Backend, Made
from .connections import Connections
from .messages import Request, Response
from .threads import in_thread

if TYPE_CHECKING:
    import httpx

__all__ = ["AsyncBackend", "async_connections"]

R = TypeVar("R")


class AsyncBackend(Backend["httpx.AsyncClient"]):
    """Sends over connections of our own, or with an `httpx.AsyncClient`: under trio always."""

    _is_async = True

    def __init__(self, http_client: httpx.AsyncClient | None) -> None:
        super().__init__(http_client)
        self._all_made = weakref.WeakKeyDictionary()
        if "asyncio" in sys.modules:  # or the first call would import it
            with importing:
                importlib.import_module(f"{__package__}.async_connection")

    def _place(self) -> Any:
        return _event_loop()

    def _make(self) -> Made[httpx.AsyncClient]:
        for loop in list(self._all_made):
            if getattr(loop, "is_closed", bool)():
                self._all_made.pop(loop, None)  # its connections ended with it
        return Made(async_connections() if _is_asyncio() else None)

    def _new_client(self, connections: Connections | None) -> httpx.AsyncClient:
        with importing:
            from .http_clients import AsyncHTTPClient

        return AsyncHTTPClient(connections, has_proxies=self._has_proxies)

    def limit(
        self,
        seconds: float | None,
        request: Request | None,  # noqa: ARG002  the task is cancelled
    ) -> AbstractAsyncContextManager[object]:
        if seconds is None:
            return UNLIMITED
        return asyncio.timeout(seconds) if _is_asyncio() else _limit(seconds)

    async def call(self, function: Callable[[], Any]) -> Any:
        value = function()
        return await value if hasattr(value, "__await__") else value

    async def run(self, function: Callable[[], R]) -> R:
        return await in_thread(function)

    async def _send_by(self, http: httpx.AsyncClient, request: Request) -> Response:
        response = await http.send(request.httpx, stream=True, follow_redirects=False)
        return Response.of_httpx(request, response, _Body(response))

    async def sleep(self, seconds: float) -> None:
        self._check_open()
        if _is_asyncio():
            await asyncio.sleep(seconds)
        else:
            await sys.modules["trio"].sleep(seconds)

    async def close(self) -> None:
        try:
            await super().close()
        finally:
            self._all_made.clear()  # what other event loops have can only be closed in them

    async def _close_client(self, http: httpx.AsyncClient) -> None:
        await http.aclose()


class _Body:
    """The body of a response of httpx."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self._pieces = cast("AsyncGenerator[bytes]", response.aiter_raw())

    async def next_piece(self) -> bytes | None:
        return await anext(self._pieces, None)

    async def close(self) -> None:
        await self._response.aclose()
        with contextlib.suppress(RuntimeError):  # another task is reading them
            await self._pieces.aclose()


def async_connections(**bounds: Any) -> Connections:
    """Return the connections of a client in an event loop; `bounds` are those of its `Pool`."""
    with importing:
        from .async_connection import AsyncConnection

    return Connections(AsyncConnection, asyncio.Event, _wait, **bounds)


async def _wait(event: asyncio.Event, seconds: float | None) -> bool:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
    return event.is_set()


@contextlib.asynccontextmanager
async def _limit(seconds: float) -> AsyncGenerator[None]:
    """Do under trio what `asyncio.timeout` does."""
    with sys.modules["trio"].move_on_after(seconds) as scope:
        yield
    if scope.cancelled_caught:
        raise TimeoutError


class _NoLoop:
    """Stands for the event loop where none that we know is running."""


_NO_LOOP = _NoLoop()


def _is_asyncio() -> bool:
    return isinstance(_event_loop(), asyncio.AbstractEventLoop)


def _event_loop() -> object:
    """Return an object that stands for the running event loop, of asyncio or of trio."""
    # What nobody has imported does not run.
    if "asyncio" in sys.modules:
        with contextlib.suppress(RuntimeError):
            return asyncio.get_running_loop()
    trio: Any = sys.modules.get("trio")
    if trio is not None:
        with contextlib.suppress(RuntimeError):
            return trio.lowlevel.current_trio_token()
    return _NO_LOOP
