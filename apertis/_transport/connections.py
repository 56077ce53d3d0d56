"""The way of our own HTTP clients to the server: connections of httpcore, used again and again.

`_Connections` is written once, as coroutines that `run` takes to their end in the synchronous
world. The two worlds differ in how they wait for a socket.
"""

from __future__ import annotations

import contextlib
import functools
import ssl
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AbstractContextManager, AsyncExitStack
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast

import anyio
import httpcore
import httpx

from .backends import run_sync, shut_down
from .network_streams import AsyncNetworkStream, NetworkStream
from .pool import Lease, Pool

__all__ = ["AsyncConnections", "Connections", "as_httpx"]

Certificates = Callable[[], ssl.SSLContext]
Timeouts = Mapping[str, float | None]


class _Connection(Protocol):
    """What a connection knows of itself in both worlds."""

    def has_expired(self) -> bool: ...

    def is_idle(self) -> bool: ...


C = TypeVar("C", bound=_Connection)
S = TypeVar("S")


class _Connections(Generic[C, S]):
    """Answers requests over the connections of a pool.

    Args:
        certificates: Gives the context for TLS; not asked before it is needed.
        pool: Says which call has which connection.
    """

    _body: type[Any]  # of a body, as httpx has it in this world

    def __init__(self, certificates: Certificates, pool: Pool[C]) -> None:
        self._certificates = certificates
        self._pool = pool

    async def _answer(
        self, request: httpx.Request, lease: Lease[C], url: httpcore.URL, **extensions: Any
    ) -> httpx.Response:
        """Return the answer to a request; the lease ends with its body, or here in a failure."""
        try:
            connection = await self._connected(lease, request.extensions.get("timeout", {}))
            response: Any = await self._send(connection, _Request(request, url))
            return httpx.Response(
                response.status,
                headers=response.headers,
                stream=self._body(response.stream, lease, self),
                extensions={**response.extensions, **extensions},
            )
        except BaseException as error:
            await self._leave(lease)
            if not isinstance(error, FAILURES):
                raise
            if lease.revoked:
                raise httpx.ReadError("the call was ended by another thread or task") from error
            raise as_httpx(error) from error

    async def finish(self, lease: Lease[C], pieces: Any) -> None:
        """End a lease with the body of its answer, read or not."""
        try:
            await self._close(pieces)
        finally:
            await self._leave(lease)

    def abandon(self, lease: Lease[C]) -> None:
        """Leave a lease to be ended when the next call comes."""
        self._pool.abandon(lease)

    async def _connected(self, lease: Lease[C], timeouts: Timeouts) -> C:
        surplus = self._pool.enter(lease)
        if surplus:
            await self._close_all(surplus)
        if lease.granted is not None and not await self._wait(lease.granted, timeouts.get("pool")):
            raise httpx.PoolTimeout("all connections were taken")
        while lease.connection is not None and lease.connection.has_expired():
            await self._close_all([lease.connection])  # by the server, in most cases
            self._pool.replace(lease)
        if lease.connection is None and not lease.revoked:
            lease.connection = await self._open(lease.origin, timeouts.get("connect"))
        if lease.connection is None or lease.revoked:
            raise httpx.ConnectError("the connection was closed before anything was sent")
        return lease.connection

    async def _open(self, origin: Any, seconds: float | None) -> C:
        scheme, host, port = origin
        context = self._certificates() if scheme == b"https" else None
        stream = await self._connect(host.decode("ascii"), port, seconds)
        if context is not None:
            context.set_alpn_protocols(["http/1.1"])
            try:
                stream = await self._encrypt(stream, context, host.decode("ascii"), seconds)
            except BaseException:
                await self._close_all([stream])
                raise
        return self._made(httpcore.Origin(scheme, host, port), stream)

    async def _leave(self, lease: Lease[C]) -> None:
        connection = lease.connection
        reusable = connection is not None and connection.is_idle()
        surplus = self._pool.leave(lease, reusable=reusable)
        if surplus:
            await self._close_all(surplus)

    async def _close_all(self, closing: list[Any]) -> None:
        """Close what nobody else has; an interruption keeps none of it open."""
        with self._shielded():
            async with AsyncExitStack() as stack:
                for closable in closing:
                    stack.push_async_callback(self._close, closable)

    # The verbs of a world.

    def _shielded(self) -> AbstractContextManager[object]:
        raise NotImplementedError

    def _made(self, origin: httpcore.Origin, stream: S) -> C:
        raise NotImplementedError

    async def _wait(self, event: Any, seconds: float | None) -> bool:
        raise NotImplementedError

    async def _connect(self, host: str, port: int, seconds: float | None) -> S:
        raise NotImplementedError

    async def _encrypt(
        self, stream: S, context: ssl.SSLContext, host: str, seconds: float | None
    ) -> S:
        raise NotImplementedError

    async def _send(self, connection: C, request: httpcore.Request) -> httpcore.Response:
        raise NotImplementedError

    async def _close(self, closable: Any) -> None:
        raise NotImplementedError


class _Body(Generic[C]):
    """The body of an answer; closing it ends the lease."""

    def __init__(self, pieces: Any, lease: Lease[C], connections: _Connections[C, Any]) -> None:
        self._pieces = pieces
        self._lease = lease
        self._connections = connections
        self._is_closed = False

    def __del__(self) -> None:
        # Interrupted at a bad moment, httpx forgets an answer. A lock may be held wherever this
        # runs, so nothing is closed here.
        if not self._is_closed:
            self._connections.abandon(self._lease)

    async def _finish(self) -> None:
        await self._connections.finish(self._lease, self._pieces)
        self._is_closed = True


class _SyncConnection(httpcore.HTTP11Connection):
    """A connection whose socket can be reached from another thread."""

    def __init__(self, origin: httpcore.Origin, stream: httpcore.NetworkStream) -> None:
        super().__init__(origin, stream)
        self._socket = stream.get_extra_info("socket")

    def shut_down(self) -> None:
        """Wake whoever waits for the server, as if that had left."""
        shut_down(self._socket)


class _SyncBody(_Body[_SyncConnection], httpx.SyncByteStream):
    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._pieces
        except FAILURES as error:
            raise as_httpx(error) from error

    def close(self) -> None:
        run_sync(self._finish())


class Connections(
    _Connections[_SyncConnection, httpcore.NetworkStream],
    httpx.BaseTransport,
):
    """The connections of the synchronous world.

    A call can be ended by another thread: its answer has a function that does so as the extension
    "interrupt", and the extension "interruptible" of a request is called with it before.

    Args:
        certificates: Gives the context for TLS.
        bounds: What a pool takes as bounds.
    """

    _body = _SyncBody

    def __init__(self, certificates: Certificates, **bounds: Any) -> None:
        super().__init__(certificates, Pool(threading.Event, **bounds))
        self._backend = httpcore.SyncBackend()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        address = _address_of(request)
        lease: Lease[_SyncConnection] = Lease(address.origin)
        interrupt = functools.partial(self._pool.revoke, lease, _SyncConnection.shut_down)
        if "interruptible" in request.extensions:
            request.extensions["interruptible"](interrupt)
        return run_sync(self._answer(request, lease, address.url, interrupt=interrupt))

    def close(self) -> None:
        closing = self._pool.close()
        for connection in closing:
            connection.shut_down()
        run_sync(self._close_all(closing))

    def _shielded(self) -> AbstractContextManager[object]:
        return contextlib.nullcontext()

    def _made(self, origin: httpcore.Origin, stream: httpcore.NetworkStream) -> _SyncConnection:
        return _SyncConnection(origin, NetworkStream(stream))

    async def _wait(self, event: threading.Event, seconds: float | None) -> bool:
        return event.wait(seconds)

    async def _connect(self, host: str, port: int, seconds: float | None) -> httpcore.NetworkStream:
        return self._backend.connect_tcp(host, port, seconds)

    async def _encrypt(
        self,
        stream: httpcore.NetworkStream,
        context: ssl.SSLContext,
        host: str,
        seconds: float | None,
    ) -> httpcore.NetworkStream:
        return stream.start_tls(context, host, seconds)

    async def _send(
        self, connection: _SyncConnection, request: httpcore.Request
    ) -> httpcore.Response:
        return connection.handle_request(request)

    async def _close(self, closable: Any) -> None:
        closable.close()


class _AsyncBody(_Body[httpcore.AsyncHTTP11Connection], httpx.AsyncByteStream):
    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for piece in self._pieces:
                yield piece
        except FAILURES as error:
            raise as_httpx(error) from error

    async def aclose(self) -> None:
        await self._finish()


class AsyncConnections(
    _Connections[httpcore.AsyncHTTP11Connection, httpcore.AsyncNetworkStream],
    httpx.AsyncBaseTransport,
):
    """The connections of the asynchronous world, in one event loop of asyncio or trio.

    Args:
        certificates: Gives the context for TLS.
        bounds: What a pool takes as bounds.
    """

    _body = _AsyncBody

    def __init__(self, certificates: Certificates, **bounds: Any) -> None:
        super().__init__(certificates, Pool(anyio.Event, **bounds))
        self._backend = cast("httpcore.AsyncNetworkBackend", httpcore.AnyIOBackend())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        address = _address_of(request)
        lease: Lease[httpcore.AsyncHTTP11Connection] = Lease(address.origin)
        return await self._answer(request, lease, address.url)

    async def aclose(self) -> None:
        await self._close_all(self._pool.close())

    def _shielded(self) -> AbstractContextManager[object]:
        return anyio.CancelScope(shield=True)

    def _made(
        self, origin: httpcore.Origin, stream: httpcore.AsyncNetworkStream
    ) -> httpcore.AsyncHTTP11Connection:
        return httpcore.AsyncHTTP11Connection(origin, AsyncNetworkStream(stream))

    async def _wait(self, event: anyio.Event, seconds: float | None) -> bool:
        with anyio.move_on_after(seconds):
            await event.wait()
            return True
        return False

    async def _connect(
        self, host: str, port: int, seconds: float | None
    ) -> httpcore.AsyncNetworkStream:
        return await self._backend.connect_tcp(host, port, seconds)

    async def _encrypt(
        self,
        stream: httpcore.AsyncNetworkStream,
        context: ssl.SSLContext,
        host: str,
        seconds: float | None,
    ) -> httpcore.AsyncNetworkStream:
        return await stream.start_tls(context, host, seconds)

    async def _send(
        self, connection: httpcore.AsyncHTTP11Connection, request: httpcore.Request
    ) -> httpcore.Response:
        return await connection.handle_async_request(request)

    async def _close(self, closable: Any) -> None:
        await closable.aclose()


class _Request(httpcore.Request):
    """A request of httpx as httpcore has it: all of it is bytes already, and checked."""

    def __init__(self, request: httpx.Request, url: httpcore.URL) -> None:
        self.method = request.method.encode("ascii")
        self.url = url
        self.headers = request.headers.raw
        self.stream = request.stream
        self.extensions = request.extensions


class _Address(NamedTuple):
    """Where a request goes: `origin` says by which connection."""

    origin: tuple[bytes, bytes, int]
    url: httpcore.URL


def _address_of(request: httpx.Request) -> _Address:
    url = request.url
    if url.scheme not in _PORTS:
        raise httpx.UnsupportedProtocol(f"{url.scheme!r} is no protocol that is spoken here")
    return _address(url.scheme, url.raw_host, url.port or _PORTS[url.scheme], url.raw_path)


@functools.lru_cache
def _address(scheme: str, host: bytes, port: int, target: bytes) -> _Address:
    url = httpcore.URL(scheme=scheme, host=host, port=port, target=target)
    return _Address((url.scheme, host, port), url)


_PORTS = {"http": 80, "https": 443}


# What httpcore raises has a namesake in httpx, but for the refusal of a connection that was closed
# by another thread or task before it was used.
_NAMESAKES: dict[type[Exception], type[httpx.TransportError]] = {
    kind: getattr(httpx, name, httpx.ConnectError)
    for name, kind in vars(httpcore).items()
    if isinstance(kind, type) and issubclass(kind, Exception)
}
FAILURES = tuple(_NAMESAKES)


def as_httpx(error: Exception) -> httpx.TransportError:
    """Return what httpx calls a failure of httpcore."""
    kind = next(kind for kind in type(error).__mro__ if kind in _NAMESAKES)
    return _NAMESAKES[kind](str(error))
