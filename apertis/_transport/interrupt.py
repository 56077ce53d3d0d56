"""End a blocked exchange from another thread.

Used in sync only: a task is cancelled, but nothing cancels a thread that waits for a socket. httpx
bounds each wait, not a whole call, so a deadline needs this.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .sync_connection import shut_down
from .watcher import watcher

if TYPE_CHECKING:
    from .messages import Request

__all__ = ["follow", "set_stream", "watch"]


class watch:  # noqa: N801  used as a function
    """Call a function, from another thread, if the context is not left in time."""

    __slots__ = ("_end", "_seconds")

    def __init__(self, seconds: float, end: Callable[[], object]) -> None:
        self._seconds = seconds
        self._end = end

    async def __aenter__(self) -> None:
        watcher().add(self, self._seconds, self._end)

    async def __aexit__(self, *exception: object) -> None:
        watcher().remove(self)


def follow(request: Request) -> None:
    """Have a request that a connection of httpx will carry shut down its socket if interrupted.

    Where httpx uses a connection again, only the time-outs of httpx bound the wait for the headers:
    which connection it is becomes known with them.
    """

    def trace(event: str, info: dict[str, Any]) -> None:
        # Of a connection ("connection."), through a proxy ("proxy.", "socks5.").
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            set_stream(request, info["return_value"])
        elif event.startswith("http2"):  # other calls share it
            request.on_interrupt(None)

    request.httpx.extensions.setdefault("trace", trace)


def set_stream(request: Request, stream: Any, is_over: Callable[[], bool] = bool) -> None:
    """Say which network stream of httpcore carries a request, and whether that is over."""
    connected = stream.get_extra_info("socket")
    # From then on the connection may belong to another call.
    request.on_interrupt(lambda: None if is_over() else shut_down(connected))
