"""The HTTP clients of httpx that our clients send with where they do not send by themselves.

They are used where the environment has proxies and under trio, and wherever a tool has put a
function of its own in place of one of httpx or httpcore, which it must see each call by. What goes
through no proxy they send over our connections, except under trio, so that deadlines hold all the
same. The connections of httpx are used once: it takes what comes behind a response for the next.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import httpcore
import httpx

from .body import ResponseStream
from .certificates import certificates
from .http11 import MAX_HEAD_BYTES
from .messages import Request
from .patches import has_changed
from .run_sync import run_sync
from .target import DEFAULT_PORTS, Target

if TYPE_CHECKING:
    from .connections import Connections

__all__ = ["AsyncTransport", "Transport", "make_client"]


def make_client(connections: Connections | None, *, is_async: bool, has_proxies: bool) -> Any:
    """Return an HTTP client.

    Args:
        connections: What to send over where there is no proxy; None for connections of httpx.
        is_async: Whether it is an `httpx.AsyncClient`.
        has_proxies: Whether the environment has proxies.
    """
    make, over = (httpx.AsyncClient, AsyncTransport) if is_async else (httpx.Client, Transport)
    transport: Any = connections and over(connections)
    if transport is not None and not has_proxies:  # with a transport, httpx asks for no proxies
        return make(transport=transport)
    limits = httpx.Limits(max_connections=1000, max_keepalive_connections=0)
    client: Any = make(verify=certificates(), limits=limits)
    client._transport = transport or client._transport
    return client


# Their base classes would read certificates.
class Transport(httpx.HTTPTransport):
    def __init__(self, connections: Connections) -> None:
        def send(request: httpcore.Request) -> httpcore.Response:
            stream: Any = request.stream
            return run_sync(_send(connections, request, b"".join(stream)))

        pool: Any = httpcore.ConnectionPool()
        pool.close = lambda: run_sync(connections.close())
        self._pool = pool
        _send_by(pool, httpcore.HTTPConnection, "handle_request", send)


class AsyncTransport(httpx.AsyncHTTPTransport):
    def __init__(self, connections: Connections) -> None:
        async def send(request: httpcore.Request) -> httpcore.Response:
            stream: Any = request.stream
            return await _send(connections, request, b"".join([piece async for piece in stream]))

        pool: Any = httpcore.AsyncConnectionPool()
        pool.aclose = connections.close
        self._pool = pool
        _send_by(pool, httpcore.AsyncHTTPConnection, "handle_async_request", send)


def _send_by(
    pool: Any, connection_class: Any, method: str, send: Callable[[httpcore.Request], Any]
) -> None:
    """Have a pool of httpcore send by a function, past its own methods where nobody needs to see.

    respx replaces the method of the pool, and that of its connections as well: it would count twice
    what passes both. elastic-apm wraps that of the connections.
    """

    def always(*_: object) -> bool:
        return True

    # The pool keeps a single one of these, for all servers, as it is never idle and never closed.
    sending = SimpleNamespace(
        **{method: send},
        can_handle_request=always,
        is_available=always,
        has_expired=bool,
        is_idle=bool,
        is_closed=bool,
    )
    pool.create_connection = lambda *_: sending  # pyright: ignore[reportUnknownLambdaType]
    pool_class = pool.__class__

    def handle(request: httpcore.Request) -> Any:
        if has_changed(pool_class):
            return getattr(pool_class, method)(pool, request)
        if has_changed(connection_class):
            connection = connection_class(request.url.origin)
            connection._connection = sending
            return getattr(connection, method)(request)
        return send(request)

    setattr(pool, method, handle)


async def _send(
    connections: Connections, request: httpcore.Request, content: bytes
) -> httpcore.Response:
    url = request.url
    scheme, host = url.scheme.decode("ascii"), url.host.decode("ascii")
    origin = scheme, host, url.port or DEFAULT_PORTS[scheme]
    headers = [(name.decode("ascii"), value.decode("ascii")) for name, value in request.headers]
    extensions: dict[str, Any] = getattr(request, "extensions")  # noqa: B009  it has no type
    ours = Request(
        request.method.decode("ascii"),
        Target("", url.target.decode("ascii"), "", origin),
        cast("Any", SimpleNamespace(items=lambda: headers)),  # several may have one name
        content,
        extensions.get("timeout", {}),
    )
    ours.max_head_bytes = extensions.get("max_header_bytes", MAX_HEAD_BYTES)
    extensions.get("interruptible", bool)(ours.interrupt)
    response = await connections.send(ours)
    head = response.head
    return httpcore.Response(
        head.status,
        headers=head.headers,
        content=ResponseStream(response.body),
        extensions=head.extensions,
    )
