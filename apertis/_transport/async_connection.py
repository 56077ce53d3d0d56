"""A connection of asyncio, whose bytes come through a protocol: no task and no lock per read."""

from __future__ import annotations

import asyncio
import contextlib
import math
import ssl
from collections.abc import Mapping
from typing import Any, cast

from .addresses import is_address
from .sync_connection import is_readable

__all__ = ["AsyncConnection"]

_MOST_UNREAD = 256 * 1024  # bytes after which the server has to wait


class AsyncConnection(asyncio.Protocol):
    """A connection to a server; raises what `SyncConnection` raises, whose attributes it has."""

    is_async = True
    new_event = asyncio.Event
    _transport: asyncio.Transport

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._unread: list[bytes] = []
        self._size = 0
        self._is_paused = False
        self._is_full = False  # what is sent has to wait
        self._has_ended = False
        self._failure: Exception | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._due = math.inf  # when the wait is over
        self._rings = math.inf  # when the timer rings, at the latest
        self._timer: asyncio.TimerHandle | None = None
        self._closed = self._loop.create_future()
        self.has_sent = True

    @classmethod
    async def open(
        cls,
        host: str,
        port: int,
        context: ssl.SSLContext | None,
        timeouts: Mapping[str, float | None],
    ) -> AsyncConnection:
        """Connect, by TLS where there is a context for it.

        Raises:
            TimeoutError: this took longer than the time-out of connecting.
            OSError: it failed.
        """
        loop = asyncio.get_running_loop()
        # One address after the other (RFC 8305), where the event loop knows how: uvloop does not.
        # Not for a single one: it leaves a cycle of references, which holds the caller's task, and
        # with that its result, until garbage is collected.
        has_one = is_address(host) or not isinstance(loop, asyncio.BaseEventLoop)
        addresses: dict[str, Any] = {} if has_one else {"happy_eyeballs_delay": 0.25}
        made: list[AsyncConnection] = []

        def connected() -> AsyncConnection:
            made.append(cls())
            return made[-1]

        try:
            async with asyncio.timeout(timeouts.get("connect")):
                await loop.create_connection(
                    connected,
                    host,
                    port,
                    ssl=context,
                    server_hostname=None if context is None else host,
                    **addresses,
                )
        except TimeoutError as error:
            # asyncio makes the protocol once it has connected; uvloop makes it before.
            if context is None or not made or not isinstance(loop, asyncio.BaseEventLoop):
                raise
            raise TimeoutError("the TLS handshake took too long") from error
        return made[-1]

    @staticmethod
    async def wait(event: asyncio.Event, seconds: float | None) -> bool:
        """Return whether an event is set in time."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await event.wait()
        return event.is_set()

    async def send(self, data: bytes, seconds: float | None) -> None:
        """Send bytes; `seconds` bounds the time until the server has taken enough of them.

        What arrives ends the wait: a server may answer before it has the whole request.
        """
        if self._transport.is_closing():
            self.has_sent = False
            return
        self._transport.write(data)
        self.has_sent = not self._is_full
        while self._is_full and not self._unread:
            if self._has_ended:
                return
            await self._change(seconds)
        self.has_sent = not self._is_full

    async def receive(self, seconds: float | None) -> bytes:
        """Return what arrives next; nothing at the end."""
        while not self._unread:
            if self._has_ended:
                if self._failure is not None:
                    raise self._failure
                return b""
            await self._change(seconds)
        unread = self._unread
        data = unread[0] if len(unread) == 1 else b"".join(unread)
        unread.clear()
        if self._is_paused:
            self._is_paused = False
            self._transport.resume_reading()
        self._size = 0
        return data

    def is_readable(self) -> bool:
        """Return whether anything has arrived, or the connection has ended."""
        if self._unread or self._has_ended:
            return True
        connected: Any = self._transport.get_extra_info("socket")
        return connected is not None and is_readable(connected.fileno())

    def shut_down(self) -> None:
        """Wake whoever waits for the server, as if it had closed the connection."""
        self._transport.abort()

    async def close(self) -> None:
        """Close the connection."""
        if not self._transport.is_closing():  # Python 3.11.2 cannot close TLS twice
            self._transport.close()  # says so to the server, if by TLS
        self._transport.abort()
        await asyncio.wait((self._closed,))  # which a cancellation leaves as it is

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._unread.append(data)
        self._size += len(data)
        self._wake()
        if self._size > _MOST_UNREAD and not self._is_paused:
            self._is_paused = True
            self._transport.pause_reading()

    def eof_received(self) -> None:
        self._has_ended = True
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        self._has_ended = True
        self._failure = exc
        self._wake()
        if self._timer is not None:
            self._timer.cancel()
        if not self._closed.done():
            self._closed.set_result(None)

    def pause_writing(self) -> None:
        self._is_full = True

    def resume_writing(self) -> None:
        self._is_full = False
        self._wake()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _change(self, seconds: float | None) -> asyncio.Future[None]:
        """Return what is done when something happens, and raises `TimeoutError` if it is late."""
        if seconds is None:
            self._due = math.inf
        else:
            self._due = self._loop.time() + seconds
            if self._due < self._rings:
                self._set_timer()
        self._waiter = self._loop.create_future()
        return self._waiter

    def _set_timer(self) -> None:
        """Have `_ring` called when the wait is over.

        One timer serves all waits of a connection that follow each other: nearly all of them end
        long before their time. A timer for each takes half as long again for an event.
        """
        if self._timer is not None:
            self._timer.cancel()
        self._rings = self._due
        self._timer = self._loop.call_at(self._due, self._ring)

    def _ring(self) -> None:
        self._rings = math.inf
        waiter = self._waiter
        if waiter is None or waiter.done():
            return
        if self._loop.time() >= self._due:
            self._waiter = None  # whose exception would hold its caller
            waiter.set_exception(TimeoutError())
        elif self._due < math.inf:
            self._set_timer()
