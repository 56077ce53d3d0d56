"""End a blocked exchange from another thread.

Used in sync only: a task is cancelled, but nothing cancels a thread that waits for a socket. httpx
bounds each wait, not a whole call, so a deadline needs this.
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .watcher import watcher

if TYPE_CHECKING:
    import httpx

__all__ = ["Interrupt", "shut_down", "watch"]


class watch:  # noqa: N801  used as a function
    """Interrupt an exchange, from another thread, if the context is not left in time.

    The thread that waits for the exchange sees an error of the connection.
    """

    __slots__ = ("_interrupt", "_seconds")

    def __init__(self, seconds: float, exchange: httpx.Request | httpx.Response) -> None:
        self._seconds = seconds
        self._interrupt = Interrupt(exchange)

    async def __aenter__(self) -> None:
        watcher().add(self, self._seconds, self._interrupt)

    async def __aexit__(self, *exception: object) -> None:
        watcher().remove(self)


class Interrupt:
    """A function that ends an exchange, at once or as soon as that can be done.

    Connections of our own are ended by their pool, which knows which call has them. Those of httpx
    (of a user's HTTP client, or through a proxy of the environment) have their socket shut down,
    unless other calls share it (HTTP/2). Where httpx uses a connection again, only the time-outs
    of httpx bound the wait for the headers: which connection it is becomes known with them.
    """

    def __init__(self, exchange: httpx.Request | httpx.Response) -> None:
        self._exchange = exchange
        self._interrupt: Callable[[], None] | None = exchange.extensions.get("interrupt")
        self._socket: socket.socket | None = None
        self._is_over = False
        stream = exchange.extensions.get("network_stream")
        if stream is not None:
            if exchange.extensions.get("http_version") != b"HTTP/2":
                self._set_stream(stream)
        elif "trace" not in exchange.extensions:
            exchange.extensions["trace"] = self._trace
            exchange.extensions["interruptible"] = self._set_interrupt

    def __call__(self) -> None:
        self._is_over = True
        if self._interrupt is not None:
            self._interrupt()
        # A closed response has returned its connection, which another call may have by now.
        elif not getattr(self._exchange, "is_closed", False):
            shut_down(self._socket)

    def _set_interrupt(self, interrupt: Callable[[], None]) -> None:
        self._interrupt = interrupt
        if self._is_over:  # a redirect came when the time had passed
            interrupt()

    def _trace(self, event: str, info: dict[str, Any]) -> None:
        # Of a connection ("connection."), through a proxy ("proxy.", "socks5.").
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            self._set_stream(info["return_value"])
        elif event.startswith("http2"):
            self._socket = None

    def _set_stream(self, stream: Any) -> None:
        self._socket = stream.get_extra_info("socket")
        if self._is_over:  # connecting took all the time there was
            self()


def shut_down(connection: socket.socket | None) -> None:
    """Wake whoever reads from a socket, as if the other side had closed the connection."""
    if connection is not None:
        with contextlib.suppress(OSError):  # closed in the meantime
            # Not the method of an SSLSocket, which would take the session from the reader.
            socket.socket.shutdown(connection, socket.SHUT_RDWR)
