"""Send with an HTTP client of httpx, sync or async, which may be the user's own."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import httpx

from .http11 import Head, join_values
from .isolation import ignore_cookies, isolate
from .messages import Request, Response
from .sync_connection import shut_down

__all__ = ["HTTPSender"]


class HTTPSender:
    """Sends with an HTTP client, which may be a mock."""

    def __init__(self, http: Any, *, is_async: bool) -> None:
        self._http = http
        self._is_async = is_async

    async def send(self, request: Request) -> Response:
        """Send a request and return its response, whose body is not read as a rule."""
        if not self._is_async:
            request.httpx.extensions.setdefault("trace", _follow(request))
        ignore_cookies(self._http)  # each time, as a program may set other cookies
        sent = self._http.send(request.httpx, stream=True, follow_redirects=False)
        received: httpx.Response = await sent if self._is_async else sent
        isolate(received)
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
