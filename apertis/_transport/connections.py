"""The connections that our clients send over, without httpx.

httpx takes ten times as long: most of it in h11, in the objects of httpx and httpcore, and in a
pool that looks at each connection whenever a call begins or ends. What is written here once, as
coroutines, serves sync and async (see `run_sync`).
"""

from __future__ import annotations

import functools
from collections.abc import AsyncGenerator, Mapping
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any, TypeAlias

from .._importing import httpx
from .certificates import certificates
from .http11 import BodyReader, End, Head, read_body, read_head, request_bytes
from .messages import Request, Response, StreamedContent
from .pool import Lease, Pool

__all__ = ["ConnectionBody", "Connections"]

if TYPE_CHECKING:
    from .async_connection import AsyncConnection
    from .sync_connection import SyncConnection

Connection: TypeAlias = "SyncConnection | AsyncConnection"


class Connections:
    """Sends requests over the connections of a pool.

    Args:
        connection: The class of the connections.
        bounds: The bounds of a `Pool`.
    """

    def __init__(self, connection: Any, **bounds: Any) -> None:
        self._class = connection
        self.pool: Pool[Connection] = Pool(connection.new_event, **bounds)

    async def send(self, request: Request) -> Response:
        """Send a request and return its response, whose body is not read yet.

        Raises:
            httpx.TransportError: no response came.
        """
        body = ConnectionBody(self, request)
        self.pool.hold(body.lease, body)
        request.on_interrupt(functools.partial(self.pool.revoke, body.lease, _shut_down))
        try:
            connection = await self._connect(body.lease, request.timeouts)
            return Response(request, await body.begin(connection), body)
        except BaseException:
            await body.close()
            raise

    async def _connect(
        self, lease: Lease[Connection], timeouts: Mapping[str, float | None]
    ) -> Connection:
        """Give a lease its connection, and return that."""
        gone = self.pool.enter(lease)
        if gone:
            await self.close_all(gone)
        granted = lease.granted
        if granted is not None and not await self._class.wait(granted, timeouts.get("pool")):
            raise httpx.PoolTimeout("all connections are in use")
        while lease.connection is not None and lease.connection.is_readable():
            await self.close_all([lease.connection])  # by the server, in most cases
            self.pool.replace(lease)
        if lease.connection is None and not lease.revoked:
            lease.connection = await self._open(lease.origin, timeouts)
        if lease.connection is None or lease.revoked:
            raise httpx.ConnectError("the connection was closed before anything was sent")
        return lease.connection

    async def _open(self, origin: Any, timeouts: Mapping[str, float | None]) -> Connection:
        scheme, host, port = origin
        context = None
        if scheme == "https":
            context = certificates()
            context.set_alpn_protocols(["http/1.1"])
        try:
            opened: Connection = await self._class.open(host, port, context, timeouts)
        except OSError as error:
            raise _failed("Connect", error) from error
        return opened

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

    _reader: BodyReader

    def __init__(self, connections: Connections, request: Request) -> None:
        self.lease: Lease[Connection] = Lease(request.target.origin)
        self._connections = connections
        self._request = request
        self._is_kept = False  # whether the server keeps the connection
        self._piece = b""  # the part of the body that came with the head
        self._end: End | None = None

    async def begin(self, connection: Connection) -> Head:
        """Send the request and return the head of the response."""
        request = self._request
        content = request.content or b""
        whole = content if isinstance(content, bytes) else b""
        path, headers = request.target.path, request.headers.items()
        failure: OSError | None = None
        try:
            for data in request_bytes(request.method, path, headers, whole):
                await connection.send(data, request.timeouts.get("write"))
            if not isinstance(content, bytes):
                await self._send_stream(connection, content)
        except TimeoutError as error:
            raise self._failed("Write", error) from error
        except OSError as error:
            failure = error  # a server that closes before it has the request may have answered
        head, received = None, b""
        while head is None:
            try:
                data = await connection.receive(request.timeouts.get("read"))
            except OSError as error:
                raise self._failed("Read", error) from error
            if not (data or self._at_end()):
                if failure is not None:
                    raise self._failed("Write", failure) from failure
                sent = "a whole" if received else "a"
                message = f"the server disconnected without sending {sent} response"
                raise httpx.RemoteProtocolError(message)
            head, received = read_head(received + data, request.max_head_bytes)
        self._is_kept = head.keeps_connection
        self._reader = read_body(request.method, head, received)
        try:
            self._piece = next(self._reader)
        except StopIteration as ended:
            self._end = ended.value
            self._piece = ended.value.piece
        return head

    async def _send_stream(self, connection: Connection, content: StreamedContent) -> None:
        async for data in content if connection.is_async else _in_sync(content):
            await connection.send(data, self._request.timeouts.get("write"))
            if not connection.has_sent:  # the server has answered or left, and takes no more
                break

    async def next_piece(self) -> bytes | None:
        """Return what arrives next of the body; None at its end.

        Raises:
            httpx.TransportError: it broke off.
        """
        piece, self._piece = self._piece, b""
        while not piece and self._end is None:
            if (connection := self.lease.connection) is None:
                raise httpx.StreamClosed
            try:
                data = await connection.receive(self._request.timeouts.get("read"))
                piece = self._reader.send(data or self._at_end())
            except OSError as error:
                raise self._failed("Read", error) from error
            except StopIteration as ended:
                self._end = ended.value
                piece = ended.value.piece
        if piece:
            return piece
        if self._end is not None and self._end.failure is not None:
            raise self._end.failure
        await self.close()
        return None

    async def close(self) -> None:
        """End the lease: the connection is kept if the response was read to its end."""
        pool, connection, end = self._connections.pool, self.lease.connection, self._end
        is_clean = end is not None and not (end.surplus or end.failure)
        if not is_clean:  # another thread or task may be reading
            pool.revoke(self.lease, _shut_down)
        is_kept = self._is_kept and connection is not None and connection.has_sent
        gone = pool.leave(self.lease, reusable=is_clean and is_kept)
        if gone:
            await self._connections.close_all(gone)

    def _at_end(self) -> bytes:
        """Take the end of the connection, unless another thread or task has caused it."""
        self._is_kept = False
        if self.lease.revoked:
            raise self._failed("Read", OSError())
        return b""

    def _failed(self, phase: str, error: OSError) -> httpx.TransportError:
        """Return the error for a failure, which another thread or task may have caused."""
        if self.lease.revoked:
            return httpx.ReadError("the call was ended by another thread or task")
        return _failed(phase, error)


def _failed(phase: str, error: OSError) -> httpx.TransportError:
    """Return what httpx raises where it fails to "Connect", "Read" or "Write"."""
    kind, said = "Error", "the server closed the connection"  # as asyncio does not say
    if isinstance(error, TimeoutError):
        kind, said = "Timeout", "timed out"
    failed: httpx.TransportError = getattr(httpx, phase + kind)(str(error) or said)
    return failed


async def _in_sync(content: StreamedContent) -> AsyncGenerator[bytes]:
    for piece in content:
        yield piece


def _shut_down(connection: Connection) -> None:
    connection.shut_down()
