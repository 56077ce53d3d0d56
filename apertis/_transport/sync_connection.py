"""A connection of blocking sockets, which another thread can end."""

from __future__ import annotations

import _socket
import contextlib
import math
import select
import socket
import ssl
import struct
import sys
import threading
from collections.abc import Mapping
from typing import Final

from .addresses import connect_tcp

__all__ = ["SyncConnection", "shut_down"]

_READ_BYTES: Final = 64 * 1024

# Where the kernel knows them: `socket` waits, by a call of its own, before it reads or sends.
_READ: Final = getattr(socket, "SO_RCVTIMEO", 0)
_WRITE: Final = getattr(socket, "SO_SNDTIMEO", 1)

# Of what Linux says in answer to TCP_INFO (tcp(7)): the state, and how many bytes have arrived.
_INFO: Final = struct.Struct("=B127xQ")
_ESTABLISHED: Final = 1


class SyncConnection:
    """A connection to a server. Its coroutines block; they raise what sockets raise.

    Attributes:
        is_async: Whether its coroutines wait instead.
        new_event: Makes an event that `wait` waits for.
        has_sent: Whether everything that was to be sent has been sent.
    """

    is_async = False
    new_event = threading.Event

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected
        self._is_limited_by_kernel = _has_kernel_timeouts(connected)
        if self._is_limited_by_kernel:
            connected.settimeout(None)
        self._seconds: dict[int, float | None] = dict.fromkeys(
            (_READ, _WRITE), connected.gettimeout()
        )
        self.has_sent = True
        self._received = 0

    @classmethod
    async def open(
        cls,
        host: str,
        port: int,
        context: ssl.SSLContext | None,
        timeouts: Mapping[str, float | None],
    ) -> SyncConnection:
        """Connect, by TLS where there is a context for it.

        Raises:
            TimeoutError: this took longer than the time-out of connecting.
            OSError: it failed.
        """
        connected = connect_tcp(host, port, timeouts)
        try:
            connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if context is not None:
                connected.settimeout(_left(timeouts))
                connected = context.wrap_socket(connected, server_hostname=host)
        except BaseException:
            connected.close()
            raise
        return cls(connected)

    @staticmethod
    async def wait(event: threading.Event, seconds: float | None) -> bool:
        """Return whether an event is set in time."""
        return event.wait(seconds)

    async def send(self, data: bytes, seconds: float | None) -> None:
        """Send bytes; `seconds` bounds each time that the server does not take any."""
        if seconds != self._seconds[_WRITE]:
            self._limit(_WRITE, seconds)
        self.has_sent = False
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._socket.send(rest) :]
        except BlockingIOError:
            raise TimeoutError("timed out") from None
        self.has_sent = True

    async def receive(self, seconds: float | None) -> bytes:
        """Return what arrives next; nothing at the end."""
        if seconds != self._seconds[_READ]:
            self._limit(_READ, seconds)
        try:
            data = self._socket.recv(_READ_BYTES)
        except BlockingIOError:
            raise TimeoutError("timed out") from None
        self._received += len(data)
        return data

    def is_readable(self) -> bool:
        """Return whether anything has arrived, or the connection has ended."""
        if isinstance(self._socket, ssl.SSLSocket):
            return bool(self._socket.pending()) or is_readable(self._socket.fileno())
        return not self._has_received_all() and is_readable(self._socket.fileno())

    def shut_down(self) -> None:
        """Wake whoever waits for the server, as if it had closed the connection."""
        shut_down(self._socket)

    async def close(self) -> None:
        """Close the connection."""
        self._socket.close()

    def _has_received_all(self) -> bool:
        """Return whether the connection is open, and all that has arrived has been received.

        False where the kernel does not say so. Asking is faster than a poll, which lets other
        threads go first. It does not serve for TLS, whose records have other lengths.
        """
        if sys.platform != "linux":
            return False
        try:
            info = self._socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _INFO.size)
        except OSError:
            return False
        return len(info) == _INFO.size and _INFO.unpack(info) == (_ESTABLISHED, self._received)

    def _limit(self, option: int, seconds: float | None) -> None:
        if seconds is not None and seconds <= 0:
            raise TimeoutError("no time was left")
        if self._is_limited_by_kernel:
            bounded = min(seconds or 0, threading.TIMEOUT_MAX)
            parts = divmod(math.ceil(bounded * 1_000_000), 1_000_000)  # 0 means for ever
            self._socket.setsockopt(socket.SOL_SOCKET, option, struct.pack("@ll", *parts))
            self._seconds[option] = seconds
        else:
            self._socket.settimeout(seconds)
            self._seconds = dict.fromkeys(self._seconds, seconds)


def _has_kernel_timeouts(connected: socket.socket) -> bool:
    """Return whether the kernel itself ends what a socket waits for.

    TLS would try again for ever, and the sockets of gevent and eventlet wait in an event loop.
    """
    return sys.platform == "linux" and type(connected).recv is _socket.socket.recv


def _left(timeouts: Mapping[str, float | None]) -> float | None:
    left = timeouts.get("connect")
    if left == 0:  # which would tell a socket not to wait at all
        raise TimeoutError("no time was left for the TLS handshake")
    return left


def is_readable(descriptor: int) -> bool:
    """Return whether reading from a socket would not block."""
    if descriptor < 0:
        return True  # it is closed
    if hasattr(select, "poll"):
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        return bool(poll.poll(0))
    return bool(select.select([descriptor], [], [], 0)[0])


def shut_down(connection: socket.socket | None) -> None:
    """Wake whoever reads from a socket, as if the other side had closed the connection."""
    if connection is not None:
        with contextlib.suppress(OSError):  # closed in the meantime
            # Not the method of an SSLSocket, which would take the session from the reader.
            socket.socket.shutdown(connection, socket.SHUT_RDWR)
