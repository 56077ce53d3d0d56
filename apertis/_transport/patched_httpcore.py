"""Let tools that replace methods of httpcore's connection pool see the calls over our pool.

respx replaces `ConnectionPool.handle_request`, and tracers wrap it. While such a tool is
active, a call goes through a pool of httpcore that has a single connection, which hands each
request to ours: what the tool put there runs, and if it lets the request pass, our connections
carry it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import httpcore

__all__ = ["send_by"]


P = TypeVar("P", httpcore.ConnectionPool, httpcore.AsyncConnectionPool)


def send_by(send: Callable[[httpcore.Request], Any], pool: P) -> P:
    """Have a pool of httpcore send by a function, in async a coroutine function; return it."""

    def create_connection(_: httpcore.Origin) -> Any:
        return _Connection(send)

    pool.create_connection = create_connection  # type: ignore[assignment,method-assign]
    return pool


class _Connection:
    """A connection that takes any number of requests, to any server, for sync and async.

    The pool keeps it, since it is never idle and never closed.
    """

    def __init__(self, send: Callable[[httpcore.Request], Any]) -> None:
        self.handle_request = self.handle_async_request = send

    def can_handle_request(self, _: httpcore.Origin) -> bool:
        return True

    def is_available(self) -> bool:
        return True

    def has_expired(self) -> bool:
        return False

    is_idle = is_closed = has_expired
