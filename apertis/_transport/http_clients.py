"""The HTTP clients of httpx that our clients send with where they do not send by themselves.

They are used where the environment has proxies and under trio, and wherever a tool has put a
function of its own in place of one of httpx or httpcore, which it must see each call by. What goes
through no proxy they send over our connections, except under trio, so that deadlines hold all the
same. The connections of httpx are used once: it takes what comes behind a response for the next.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Self

import httpcore
import httpx

from .certificates import certificates
from .http11 import request_bytes
from .isolation import OthersCookies
from .patches import has_changed
from .response_stream import ResponseStream
from .run_sync import run_sync
from .target import DEFAULT_PORTS

if TYPE_CHECKING:
    from .connections import Connections

__all__ = ["AsyncHTTPClient", "AsyncTransport", "HTTPClient", "Transport"]


class HTTPClient(httpx.Client):
    """The HTTP client of `Apertis`.

    Args:
        connections: What to send over where there is no proxy; None for connections of httpx.
    """

    def __init__(self, connections: Connections | None, *, has_proxies: bool = False) -> None:
        transport = connections and Transport(connections)
        super().__init__(**_settings(transport, has_proxies=has_proxies))
        self._transport = transport or self._transport
        self._cookies = OthersCookies()


class AsyncHTTPClient(httpx.AsyncClient):
    """The HTTP client of `AsyncApertis`; its arguments are those of `HTTPClient`."""

    def __init__(self, connections: Connections | None, *, has_proxies: bool = False) -> None:
        transport = connections and AsyncTransport(connections)
        super().__init__(**_settings(transport, has_proxies=has_proxies))
        self._transport = transport or self._transport
        self._cookies = OthersCookies()


def _settings(transport: Any, *, has_proxies: bool) -> dict[str, Any]:
    if transport is not None and not has_proxies:  # with a transport, httpx asks for no proxies
        return {"transport": transport}
    limits = httpx.Limits(max_connections=1000, max_keepalive_connections=0)
    return {"verify": certificates(), "limits": limits}


# Their base classes would read certificates, and make a pool of httpcore.
class Transport(httpx.HTTPTransport):
    def __init__(self, connections: Connections) -> None:
        self._pool: Any = _Pool(connections)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncTransport(httpx.AsyncHTTPTransport):
    def __init__(self, connections: Connections) -> None:
        self._pool: Any = _AsyncPool(connections)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.aclose()


class _Pool:
    """What takes the requests of an `httpx.HTTPTransport`, as a pool of httpcore does.

    respx replaces the method of httpcore's pool, and tracers wrap it, or that of its connections.
    While such a tool is active, a request goes through a pool of httpcore that has a single
    connection, which sends by `_handle`.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._patched = httpcore.ConnectionPool()
        _send_by(self._patched, self._handle)

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        return self._patched.handle_request(request)

    def close(self) -> None:
        run_sync(self._connections.close())

    def _handle(self, request: httpcore.Request) -> httpcore.Response:
        stream: Any = request.stream
        return run_sync(_send(self._connections, request, b"".join(stream)))


class _AsyncPool:
    """The same in async."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._patched = httpcore.AsyncConnectionPool()
        _send_by(self._patched, self._handle)

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        return await self._patched.handle_async_request(request)

    async def aclose(self) -> None:
        await self._connections.close()

    async def _handle(self, request: httpcore.Request) -> httpcore.Response:
        stream: Any = request.stream
        content = b"".join([piece async for piece in stream])
        return await _send(self._connections, request, content)


async def _send(
    connections: Connections, request: httpcore.Request, content: bytes
) -> httpcore.Response:
    url = request.url
    scheme, port = url.scheme.decode("ascii"), url.port
    method = request.method.decode("ascii")
    extensions: dict[str, Any] = getattr(request, "extensions")  # noqa: B009  it has no type
    headers = [(name.decode("ascii"), value.decode("ascii")) for name, value in request.headers]
    head, body = await connections.send(
        method,
        (scheme, url.host.decode("ascii"), port or DEFAULT_PORTS[scheme]),
        request_bytes(method, url.target.decode("ascii"), headers, content),
        extensions.get("timeout", {}),
        extensions.get("interruptible", _ignore),
    )
    return httpcore.Response(
        head.status,
        headers=head.headers,
        content=ResponseStream(body),
        extensions=head.extensions,
    )


def _ignore(_: object) -> None:
    pass


def _send_by(pool: Any, send: Callable[[httpcore.Request], Any]) -> None:
    """Have a pool of httpcore send by a function, in async a coroutine function."""

    def create_connection(_: httpcore.Origin) -> _Connection:
        return _Connection(send, is_async=isinstance(pool, httpcore.AsyncConnectionPool))

    pool.create_connection = create_connection


class _Connection:
    """A connection of httpcore that takes any number of requests, to any server.

    The pool keeps it, since it is never idle and never closed. elastic-apm wraps the method of
    httpcore's own connections, which is therefore used while it is wrapped; respx replaces that of
    the pool as well, and would count a request twice.
    """

    def __init__(self, send: Callable[[httpcore.Request], Any], *, is_async: bool) -> None:
        self._send = send
        self._pool_class: type = httpcore.ConnectionPool
        self._class: Any = httpcore.HTTPConnection
        if is_async:
            self._pool_class, self._class = (
                httpcore.AsyncConnectionPool,
                httpcore.AsyncHTTPConnection,
            )

    def handle_request(self, request: httpcore.Request) -> Any:
        return self._by(request, "handle_request")

    def handle_async_request(self, request: httpcore.Request) -> Any:
        return self._by(request, "handle_async_request")

    def _by(self, request: httpcore.Request, method: str) -> Any:
        if not has_changed(self._class) or has_changed(self._pool_class):
            return self._send(request)
        connection = self._class(request.url.origin)
        connection._connection = SimpleNamespace(**{method: self._send})
        return getattr(connection, method)(request)

    def can_handle_request(self, _: httpcore.Origin) -> bool:
        return True

    def is_available(self) -> bool:
        return True

    def has_expired(self) -> bool:
        return False

    is_idle = is_closed = has_expired
