"""Send with HTTP clients of httpx, where our clients do not send by themselves.

They may be the user's own. Those that are made here are used where the environment has proxies and
under trio, and wherever a tool has put a function of its own in place of one of httpx or httpcore,
which it must see each call by. What goes through no proxy they send over our connections, except
under trio, so that deadlines hold all the same. The connections of httpx are used once: it takes
what comes behind a response for the next.
"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import httpcore
import httpx

from .certificates import certificates
from .http11 import MAX_HEAD_BYTES, Head, join_values
from .messages import Request, Response
from .patches import has_changed
from .run_sync import run_sync
from .sync_connection import shut_down
from .target import DEFAULT_PORTS, Target

if TYPE_CHECKING:
    from .connections import Connections
    from .messages import Body

__all__ = ["AsyncTransport", "HTTPSender", "ResponseStream", "Transport", "make_client"]


class NoCookies(httpx.Cookies):
    """Cookies to which responses add nothing: those for one API key must not go with another."""

    def extract_cookies(self, response: httpx.Response) -> None:
        pass


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
        client = make(transport=transport)
    else:
        limits = httpx.Limits(max_connections=1000, max_keepalive_connections=0)
        client = make(verify=certificates(), limits=limits)
        client._transport = transport or client._transport
    client._cookies = NoCookies()
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
    # The pool keeps a single one of these, for all servers, as it is never idle and never closed.
    sending = SimpleNamespace(
        **{method: send},
        can_handle_request=lambda _: True,
        is_available=lambda: True,
        has_expired=bool,
        is_idle=bool,
        is_closed=bool,
    )
    pool_class: Any = type(pool)

    def handle(request: httpcore.Request) -> Any:
        if has_changed(pool_class):
            return getattr(pool_class, method)(pool, request)
        if has_changed(connection_class):
            connection = connection_class(request.url.origin)
            connection._connection = sending
            return getattr(connection, method)(request)
        return send(request)

    pool.create_connection = lambda _: sending
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


class ResponseStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of a response of ours as httpx has them, sync and async."""

    def __init__(self, body: Body) -> None:
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        while (piece := run_sync(self._body.next_piece())) is not None:
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while (piece := await self._body.next_piece()) is not None:
            yield piece

    def close(self) -> None:
        run_sync(self._body.close())

    async def aclose(self) -> None:
        await self._body.close()


class HTTPSender:
    """Sends with an HTTP client of httpx, sync or async, which may be the user's own."""

    def __init__(self, http: Any) -> None:
        self._http = http
        self._is_async = isinstance(http, httpx.AsyncClient)

    async def send(self, request: Request) -> Response:
        """Send a request and return its response, whose body is not read as a rule."""
        if not self._is_async:
            request.httpx.extensions.setdefault("trace", _follow(request))
        sent = self._http.send(request.httpx, stream=True, follow_redirects=False)
        received: httpx.Response = await sent if self._is_async else sent
        version: bytes = received.extensions.get("http_version", b"HTTP/1.1")
        stream = received.extensions.get("network_stream")
        if not self._is_async and stream is not None and version != b"HTTP/2":
            _on_interrupt(request, stream, lambda: received.is_closed)
        headers = received.headers.raw
        head = Head(
            received.status_code,
            received.reason_phrase.encode("ascii", "replace"),
            version.removeprefix(b"HTTP/"),
            headers,
            join_values(headers),
        )
        body = _Body(request, received, is_async=self._is_async)
        return Response(request, head, body, received)

    async def close(self) -> None:
        if self._is_async:
            await self._http.aclose()
        else:
            self._http.close()


def _follow(request: Request) -> Callable[[str, dict[str, Any]], None]:
    """Return what has a request shut down the socket that carries it, where it is interrupted.

    httpx bounds each wait, not a whole call, so in sync a deadline needs this. Where httpx uses a
    connection again, only its time-outs bound the wait for the headers: which connection it is
    becomes known with them.
    """

    def trace(event: str, info: dict[str, Any]) -> None:
        # Of a connection ("connection."), through a proxy ("proxy.", "socks5.").
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            _on_interrupt(request, info["return_value"])
        elif event.startswith("http2"):  # other calls share it
            request.on_interrupt(None)

    return trace


def _on_interrupt(request: Request, stream: Any, is_over: Callable[[], bool] = bool) -> None:
    connected = stream.get_extra_info("socket")
    # From then on the connection may belong to another call.
    request.on_interrupt(lambda: None if is_over() else shut_down(connected))


class _Body:
    """The body of a response of httpx."""

    def __init__(self, request: Request, response: httpx.Response, *, is_async: bool) -> None:
        self._request = request
        self._response = response
        self._is_async = is_async
        self._pieces: Any = response.aiter_raw() if is_async else response.iter_raw()

    async def next_piece(self) -> bytes | None:
        return await anext(self._pieces, None) if self._is_async else next(self._pieces, None)

    async def close(self) -> None:
        if not self._response.is_closed:
            # This wakes a thread that reads it; closing alone would not.
            self._request.interrupt()
        self._request.on_interrupt(None)
        if not self._is_async:
            self._response.close()
            return
        await self._response.aclose()
        with contextlib.suppress(RuntimeError):  # another task is reading them
            await self._pieces.aclose()
