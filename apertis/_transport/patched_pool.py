"""Let tools that replace methods of httpcore's connection pool see the calls of ours.

respx answers in the place of `ConnectionPool.handle_request`, tracers wrap it. While such a tool is
active, a call goes through a pool of httpcore that has a single connection, which hands each
request to ours: what the tool put there runs, and if it lets the request pass, our connections
carry it.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from types import FunctionType
from typing import Any

import httpcore

__all__ = ["AsyncPatchedPool", "SyncPatchedPool", "is_patched"]


def is_patched(method: Any) -> bool:
    """Return whether a method of httpcore is not httpcore's own.

    `functools.wraps` copies the names of a function, but not its globals.
    """
    return type(method) is not FunctionType or not method.__globals__["__name__"].startswith(
        "httpcore."
    )


class SyncPatchedPool(httpcore.ConnectionPool):
    """A pool of httpcore whose requests are handed to `send`."""

    def __init__(self, send: Callable[[httpcore.Request], httpcore.Response]) -> None:
        super().__init__()
        self._send = send

    def create_connection(
        self,
        origin: httpcore.Origin,  # noqa: ARG002  ours lead to all
    ) -> httpcore.ConnectionInterface:
        return _SyncConnection(self._send)


class AsyncPatchedPool(httpcore.AsyncConnectionPool):
    """The same in async."""

    def __init__(
        self, send: Callable[[httpcore.Request], Coroutine[Any, Any, httpcore.Response]]
    ) -> None:
        super().__init__()
        self._send = send

    def create_connection(
        self,
        origin: httpcore.Origin,  # noqa: ARG002  as above
    ) -> httpcore.AsyncConnectionInterface:
        return _AsyncConnection(self._send)


class _AlwaysAvailable:
    """A connection that takes any number of requests, to any server."""

    def can_handle_request(self, origin: httpcore.Origin) -> bool:  # noqa: ARG002
        return True

    def is_available(self) -> bool:
        return True

    def has_expired(self) -> bool:
        return False

    def is_idle(self) -> bool:
        return False

    def is_closed(self) -> bool:
        return False

    def info(self) -> str:
        return "the connections of apertis"


class _SyncConnection(_AlwaysAvailable, httpcore.ConnectionInterface):
    def __init__(self, send: Callable[[httpcore.Request], httpcore.Response]) -> None:
        self._send = send

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        return self._send(request)

    def close(self) -> None:
        pass  # ours are closed by their own pool


class _AsyncConnection(_AlwaysAvailable, httpcore.AsyncConnectionInterface):
    def __init__(
        self, send: Callable[[httpcore.Request], Coroutine[Any, Any, httpcore.Response]]
    ) -> None:
        self._send = send

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        return await self._send(request)

    async def aclose(self) -> None:
        pass  # as above
