"""The connections that our HTTP clients send over, in the place of httpcore's pool in httpx.

httpcore's own pool looks at each connection whenever a call begins or ends, and cannot wake a
thread that waits for a server. Its connections are used here all the same. Both classes share
`_Connections`, which is written once, as coroutines (see `run_sync`).
"""

from __future__ import annotations

import contextlib
import functools
import ssl
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
from contextlib import AbstractContextManager, AsyncExitStack
from types import FunctionType
from typing import Any, Generic, TypeVar

import anyio
import httpcore

from .addresses import connect_tcp
from .interrupt import shut_down
from .network_streams import AsyncNetworkStream, NetworkStream
from .patched_httpcore import send_by
from .pool import Lease, Pool
from .sync_backend import run_sync

__all__ = ["AsyncConnections", "SyncConnections"]

Certificates = Callable[[], ssl.SSLContext]

_PORTS = {b"http": 80, b"https": 443}


C = TypeVar("C", bound=httpcore.HTTP11Connection | httpcore.AsyncHTTP11Connection)


class _Connections(Generic[C]):
    """Sends requests over the connections of a pool.

    Args:
        certificates: Returns the context for TLS; called when it is first needed.
        pool: Says which call has which connection.
        network: Opens connections.
        body: Makes the body of a response.
    """

    def __init__(
        self, certificates: Certificates, pool: Pool[C], network: Any, body: type[_Body[C]]
    ) -> None:
        self._certificates = certificates
        self.pool = pool
        self._network = network
        self._body = body

    async def _exchange(self, request: httpcore.Request, lease: Lease[C]) -> Any:
        """Return the response to a request; the lease ends with its body, or here in a failure."""
        holder = _Holder(self.pool, lease)
        try:
            connection = await self._connect(lease, _extensions_of(request).get("timeout", {}))
            try:
                response = await self._send(connection, request)
            except Exception as error:
                if lease.revoked:
                    message = "the call was ended by another thread or task"
                    raise httpcore.ReadError(message) from error
                raise
        except BaseException:
            await self.leave(lease)
            raise
        response.stream = self._body(response.stream, holder, self)
        return response

    async def _connect(self, lease: Lease[C], timeouts: Mapping[str, float | None]) -> C:
        """Return the connection of a lease, once there is one."""
        surplus = self.pool.enter(lease)
        if surplus:
            await self._close_all(surplus)
        if lease.granted is not None and not await self._wait(lease.granted, timeouts.get("pool")):
            raise httpcore.PoolTimeout("all connections are in use")
        while lease.connection is not None and lease.connection.has_expired():
            await self._close_all([lease.connection])  # by the server, in most cases
            self.pool.replace(lease)
        if lease.connection is None and not lease.revoked:
            lease.connection = await self._open(lease.origin, timeouts)
        if lease.connection is None or lease.revoked:
            raise httpcore.ConnectError("the connection was closed before anything was sent")
        return lease.connection

    async def _open(self, origin: Any, timeouts: Mapping[str, float | None]) -> C:
        scheme, host, port = origin
        name = host.decode("ascii")
        context = self._certificates() if scheme == b"https" else None
        stream = await self._result(self._connect_tcp(name, port, timeouts))
        if context is not None:
            context.set_alpn_protocols(["http/1.1"])
            try:
                left = _left(timeouts)
                stream = await self._result(stream.start_tls(context, name, left))
            except BaseException:
                await self._close_all([stream])
                raise
        return self._new_connection(httpcore.Origin(scheme, host, port), stream)

    async def leave(self, lease: Lease[C]) -> None:
        """End a lease; its connection is kept if it can be used again."""
        connection = lease.connection
        reusable = connection is not None and connection.is_idle() and _is_clean(connection)
        surplus = self.pool.leave(lease, reusable=reusable)
        if surplus:
            await self._close_all(surplus)

    async def _close_all(self, closing: list[Any]) -> None:
        """Close what nobody else uses, all of it even if interrupted."""
        with self._shield():
            async with AsyncExitStack() as stack:
                for closable in closing:
                    stack.push_async_callback(self.close_one, closable)

    # The methods in which sync and async differ.

    def _connect_tcp(self, host: str, port: int, timeouts: Mapping[str, float | None]) -> Any:
        """Return a network stream to a server, or in async an awaitable of one."""
        return self._network.connect_tcp(host, port, timeouts.get("connect"))

    async def _result(self, value: Any) -> Any:
        """Return what a method of httpcore returned, awaited in async."""
        raise NotImplementedError

    async def _wait(self, event: Any, seconds: float | None) -> bool:
        """Wait for an event; return whether it was set in time."""
        raise NotImplementedError

    async def _send(self, connection: C, request: httpcore.Request) -> Any:
        raise NotImplementedError

    async def close_one(self, closable: Any) -> None:
        """Close a connection, a network stream or a body."""
        raise NotImplementedError

    def _shield(self) -> AbstractContextManager[object]:
        """Return a context in which nothing is cancelled."""
        raise NotImplementedError

    def _new_connection(self, origin: httpcore.Origin, stream: Any) -> C:
        raise NotImplementedError


class _Holder(Generic[C]):
    """Keeps the lease of a call; when it is garbage-collected, the lease ends."""

    __slots__ = ("__weakref__", "lease")

    def __init__(self, pool: Pool[C], lease: Lease[C]) -> None:
        self.lease = lease
        pool.hold(lease, self)


class _Body(Generic[C]):
    """The body of a response; closing it ends the lease."""

    def __init__(self, stream: Any, holder: _Holder[C], connections: _Connections[C]) -> None:
        self._stream = stream
        self._holder: _Holder[C] | None = holder
        self._connections = connections

    async def _finish(self) -> None:
        holder = self._holder
        if holder is None:
            return
        try:
            await self._connections.close_one(self._stream)
        finally:
            try:
                await self._connections.leave(holder.lease)
            finally:
                self._holder = None


class _SyncBody(_Body["_SyncConnection"]):
    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def close(self) -> None:
        run_sync(self._finish())


class _AsyncBody(_Body[httpcore.AsyncHTTP11Connection]):
    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    async def aclose(self) -> None:
        await self._finish()


class _SyncConnection(httpcore.HTTP11Connection):
    """A connection whose socket can be reached from another thread."""

    def __init__(self, origin: httpcore.Origin, stream: httpcore.NetworkStream) -> None:
        super().__init__(origin, NetworkStream(stream))
        self._socket = stream.get_extra_info("socket")

    def shut_down(self) -> None:
        """Wake whoever waits for the server."""
        shut_down(self._socket)


class SyncConnections(_Connections[_SyncConnection]):
    """The connections of an `httpx.HTTPTransport`.

    Another thread can end a call: its response has a function that does so as the extension
    "interrupt", and the extension "interruptible" of a request is called with it before.

    Args:
        certificates: Returns the context for TLS.
        bounds: The bounds of a `Pool`.
    """

    def __init__(self, certificates: Certificates, **bounds: Any) -> None:
        pool: Pool[_SyncConnection] = Pool(threading.Event, **bounds)
        super().__init__(certificates, pool, httpcore.SyncBackend(), _SyncBody)
        self._patched_pool = send_by(self._handle, httpcore.ConnectionPool())

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        if _is_patched(httpcore.ConnectionPool.handle_request):
            return self._patched_pool.handle_request(request)
        return self._handle(request)

    def _handle(self, request: httpcore.Request) -> httpcore.Response:
        lease: Lease[_SyncConnection] = Lease(_origin_of(request))
        interrupt = functools.partial(self.pool.revoke, lease, _SyncConnection.shut_down)
        if "interruptible" in (extensions := _extensions_of(request)):
            extensions["interruptible"](interrupt)
        response: httpcore.Response = run_sync(self._exchange(request, lease))
        _extensions_of(response)["interrupt"] = interrupt
        return response

    def close(self) -> None:
        closing = self.pool.close()
        for connection in closing:
            connection.shut_down()
        run_sync(self._close_all(closing))

    async def _result(self, value: Any) -> Any:
        return value

    def _connect_tcp(self, host: str, port: int, timeouts: Mapping[str, float | None]) -> Any:
        return connect_tcp(self._network, host, port, timeouts)

    async def _wait(self, event: threading.Event, seconds: float | None) -> bool:
        return event.wait(seconds)

    async def _send(self, connection: _SyncConnection, request: httpcore.Request) -> Any:
        return connection.handle_request(request)

    async def close_one(self, closable: Any) -> None:
        closable.close()

    def _shield(self) -> AbstractContextManager[object]:
        return contextlib.nullcontext()

    def _new_connection(
        self, origin: httpcore.Origin, stream: httpcore.NetworkStream
    ) -> _SyncConnection:
        return _SyncConnection(origin, stream)


class AsyncConnections(_Connections[httpcore.AsyncHTTP11Connection]):
    """The connections of an `httpx.AsyncHTTPTransport`, in one event loop of asyncio or trio.

    Args:
        certificates: Returns the context for TLS.
        bounds: The bounds of a `Pool`.
    """

    def __init__(self, certificates: Certificates, **bounds: Any) -> None:
        pool: Pool[httpcore.AsyncHTTP11Connection] = Pool(anyio.Event, **bounds)
        super().__init__(certificates, pool, httpcore.AnyIOBackend(), _AsyncBody)
        self._patched_pool = send_by(self._handle, httpcore.AsyncConnectionPool())

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        if _is_patched(httpcore.AsyncConnectionPool.handle_async_request):
            return await self._patched_pool.handle_async_request(request)
        return await self._handle(request)

    def _handle(self, request: httpcore.Request) -> Coroutine[Any, Any, httpcore.Response]:
        return self._exchange(request, Lease(_origin_of(request)))

    async def aclose(self) -> None:
        await self._close_all(self.pool.close())

    async def _result(self, value: Any) -> Any:
        return await value

    async def _wait(self, event: anyio.Event, seconds: float | None) -> bool:
        with anyio.move_on_after(seconds):
            await event.wait()
            return True
        return False

    async def _send(
        self, connection: httpcore.AsyncHTTP11Connection, request: httpcore.Request
    ) -> Any:
        return await connection.handle_async_request(request)

    async def close_one(self, closable: Any) -> None:
        await closable.aclose()

    def _shield(self) -> AbstractContextManager[object]:
        return anyio.CancelScope(shield=True)

    def _new_connection(
        self, origin: httpcore.Origin, stream: httpcore.AsyncNetworkStream
    ) -> httpcore.AsyncHTTP11Connection:
        return httpcore.AsyncHTTP11Connection(origin, AsyncNetworkStream(stream))


def _left(timeouts: Mapping[str, float | None]) -> float | None:
    """Return how long connecting may go on; 0 would tell a socket not to wait at all."""
    left = timeouts.get("connect")
    if left == 0:
        raise httpcore.ConnectTimeout("no time was left for the TLS handshake")
    return left


def _is_clean(connection: Any) -> bool:
    """Return whether nothing came after the response; it would be read as the next one."""
    surplus, _ = connection._h11_state.trailing_data
    return not surplus


def _extensions_of(message: Any) -> dict[str, Any]:
    extensions: dict[str, Any] = message.extensions  # which httpcore gives no type
    return extensions


def _origin_of(request: httpcore.Request) -> tuple[bytes, bytes, int]:
    """Return which connections can carry a request."""
    url = request.url
    if url.scheme not in _PORTS:
        scheme = url.scheme.decode("ascii")
        raise httpcore.UnsupportedProtocol(f"unsupported URL scheme {scheme!r}")
    return url.scheme, url.host, url.port or _PORTS[url.scheme]


def _is_patched(method: Any) -> bool:
    """Return whether a method of httpcore is not httpcore's own.

    `functools.wraps` copies the names of a function, but not its globals.
    """
    return type(method) is not FunctionType or not method.__globals__["__name__"].startswith(
        "httpcore."
    )
