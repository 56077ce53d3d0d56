"""The connections that our clients send over, without httpx.

httpx takes ten times as long: most of it in h11, in the objects of httpx and httpcore, and in a
pool that looks at each connection whenever a call begins or ends. What is written here once, as
coroutines, serves sync and async (see `run_sync`).
"""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack
from typing import Any, Protocol

from .._importing import httpx
from .certificates import certificates
from .http11 import MAX_HEAD_BYTES, Head, ResponseReader
from .pool import Lease, Pool

__all__ = ["Connection", "ConnectionBody", "Connections"]

Origin = tuple[str, str, int]
Timeouts = Mapping[str, float | None]


class Connection(Protocol):
    """A connection to a server, `SyncConnection` or `AsyncConnection`."""

    has_sent: bool

    async def send(self, data: bytes, seconds: float | None) -> None: ...
    async def receive(self, seconds: float | None) -> bytes: ...
    def is_readable(self) -> bool: ...
    def shut_down(self) -> None: ...
    async def close(self) -> None: ...


class Connections:
    """Sends requests over the connections of a pool.

    Args:
        connection: The class of the connections.
        event: Makes the events that calls wait for.
        wait: Waits for an event for some seconds; returns whether it was set in time.
        bounds: The bounds of a `Pool`.
    """

    def __init__(
        self,
        connection: Any,
        event: Callable[[], Any],
        wait: Callable[[Any, float | None], Any],
        **bounds: Any,
    ) -> None:
        self._connection = connection
        self._wait = wait
        self.pool: Pool[Connection] = Pool(event, **bounds)

    async def send(
        self,
        method: str,
        origin: Origin,
        request: tuple[bytes, ...] | AsyncIterator[bytes],
        timeouts: Timeouts,
        on_interrupt: Callable[[Callable[[], object] | None], None],
        *,
        max_head_bytes: int | None = MAX_HEAD_BYTES,
    ) -> tuple[Head, ConnectionBody]:
        """Send a request and return the head and the body of the response.

        Args:
            method: The method of the request.
            origin: Scheme, host and port.
            request: What is sent, in pieces.
            timeouts: The seconds of each phase, as httpx has them.
            on_interrupt: Takes a function that ends the call from another thread.
            max_head_bytes: The most bytes that the head of the response may have.

        Raises:
            httpx.TransportError: no response came.
        """
        body = ConnectionBody(self, Lease(origin), ResponseReader(method, max_head_bytes), timeouts)
        self.pool.hold(body.lease, body)
        on_interrupt(functools.partial(self.pool.revoke, body.lease, _shut_down))
        try:
            await self._connect(body.lease, timeouts)
            return await body.begin(request), body
        except BaseException:
            await body.close()
            raise

    async def _connect(self, lease: Lease[Connection], timeouts: Timeouts) -> None:
        """Give a lease its connection."""
        surplus = self.pool.enter(lease)
        if surplus:
            await self.close_all(surplus)
        if lease.granted is not None and not await self._wait(lease.granted, timeouts.get("pool")):
            raise httpx.PoolTimeout("all connections are in use")
        while lease.connection is not None and lease.connection.is_readable():
            await self.close_all([lease.connection])  # by the server, in most cases
            self.pool.replace(lease)
        if lease.connection is None and not lease.revoked:
            lease.connection = await self._open(lease.origin, timeouts)
        if lease.connection is None or lease.revoked:
            raise httpx.ConnectError("the connection was closed before anything was sent")

    async def _open(self, origin: Any, timeouts: Timeouts) -> Connection:
        scheme, host, port = origin
        context = None
        if scheme == "https":
            context = certificates()
            context.set_alpn_protocols(["http/1.1"])
        try:
            opened: Connection = await self._connection.open(host, port, context, timeouts)
        except TimeoutError as error:
            raise httpx.ConnectTimeout(_text(error)) from error
        except OSError as error:
            raise httpx.ConnectError(_text(error)) from error
        return opened

    async def leave(self, lease: Lease[Connection], *, reusable: bool) -> None:
        """End a lease; its connection is kept if it can be used again."""
        surplus = self.pool.leave(lease, reusable=reusable)
        if surplus:
            await self.close_all(surplus)

    async def close(self) -> None:
        """Close all connections, also those of calls that are under way."""
        closing = self.pool.close()
        for connection in closing:
            connection.shut_down()
        await self.close_all(closing)

    async def close_all(self, closing: list[Connection]) -> None:
        """Close what nobody else uses, all of it even if interrupted."""
        async with AsyncExitStack() as stack:
            for connection in closing:
                stack.push_async_callback(connection.close)


class ConnectionBody:
    """The body of a response; its end, or closing it, ends the lease of its connection.

    The pool ends the lease of one that was forgotten.
    """

    def __init__(
        self,
        connections: Connections,
        lease: Lease[Connection],
        reader: ResponseReader,
        timeouts: Timeouts,
    ) -> None:
        self.lease = lease
        self._connections = connections
        self._timeouts = timeouts
        self._reader = reader
        self._connection: Connection | None = None
        self._held = b""  # the part of the body that came with the head

    async def begin(self, request: tuple[bytes, ...] | AsyncIterator[bytes]) -> Head:
        """Send a request and return the head of the response."""
        connection = self._connection = self.lease.connection
        assert connection is not None  # noqa: S101  it was connected
        timeouts = self._timeouts
        failure: OSError | None = None
        try:
            if isinstance(request, tuple):
                for data in request:
                    await connection.send(data, timeouts.get("write"))
            else:
                await self._send_stream(connection, request)
        except TimeoutError as error:
            raise self._ended(httpx.WriteTimeout(_text(error))) from error
        except OSError as error:
            failure = error  # a server that closes before it has the request may have answered
        while True:
            data = await self._receive(connection)
            if data:
                received = self._reader.read_head(data)
                if received is not None:
                    head, self._held = received
                    return head
            elif failure is not None:
                raise self._ended(httpx.WriteError(_text(failure))) from failure
            else:
                self._check_end()

    async def _send_stream(self, connection: Connection, request: AsyncIterator[bytes]) -> None:
        async for data in request:
            await connection.send(data, self._timeouts.get("write"))
            if not connection.has_sent:  # the server has answered or left, and takes no more
                break

    async def next_piece(self) -> bytes | None:
        """Return what arrives next of the body; None at its end.

        Raises:
            httpx.TransportError: it broke off.
        """
        piece, self._held = self._held, b""
        framing, connection = self._reader.framing, self._connection
        while framing is not None and not (piece or framing.is_complete):
            if framing.failure is not None:
                raise framing.failure
            if connection is None:
                raise httpx.StreamClosed
            try:  # as `_receive` does, which would be one more coroutine for each event of a stream
                data = await connection.receive(self._timeouts.get("read"))
            except OSError as error:
                raise self._read_error(error) from error
            if data:
                piece = framing.read(data)
            else:
                self._check_end()
        if piece:
            return piece
        await self.close()
        return None

    async def close(self) -> None:
        """End the lease: the connection is kept if the response was read to its end."""
        connection, self._connection = self._connection, None
        is_clean = self._reader.is_clean
        reusable = (
            connection is not None and connection.has_sent and is_clean and self._reader.is_reusable
        )
        if not is_clean:  # another thread or task may be reading
            self._connections.pool.revoke(self.lease, _shut_down)
        await self._connections.leave(self.lease, reusable=reusable)

    async def _receive(self, connection: Connection) -> bytes:
        try:
            return await connection.receive(self._timeouts.get("read"))
        except OSError as error:
            raise self._read_error(error) from error

    def _read_error(self, error: OSError) -> httpx.TransportError:
        kind = httpx.ReadTimeout if isinstance(error, TimeoutError) else httpx.ReadError
        return self._ended(kind(_text(error)))

    def _check_end(self) -> None:
        if self.lease.revoked:
            raise self._ended(httpx.ReadError(""))
        self._reader.end()

    def _ended(self, error: httpx.TransportError) -> httpx.TransportError:
        """Return the error for a failure, which another thread or task may have caused."""
        if self.lease.revoked:
            return httpx.ReadError("the call was ended by another thread or task")
        return error


def _text(error: OSError) -> str:
    return str(error) or "timed out"


def _shut_down(connection: Connection) -> None:
    connection.shut_down()
