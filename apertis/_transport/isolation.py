"""Keeps what a response over an httpx client brings beside its body from reaching another call."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx

__all__ = ["OthersCookies", "ignore_cookies", "isolate"]

# From the body of a response to the parser of its connection, as httpx and httpcore nest them. What
# other transports give has no such parser, and HTTP/2 knows no bytes behind a response.
_TO_PARSER = ("_stream", "_httpcore_stream", "_stream", "_connection", "_h11_state")


class OthersCookies(httpx.Cookies):
    """Cookies to which the responses to our calls add nothing, only those to other requests.

    Cookies that were set for one API key must not go with another.
    """

    def extract_cookies(self, response: httpx.Response) -> None:
        if "interruptible" not in response.request.extensions:  # which each request of ours has
            super().extract_cookies(response)


def ignore_cookies(client: Any) -> None:
    """Have an httpx client keep its cookies, in the same jar, without those of our responses."""
    if type(client.cookies) is httpx.Cookies:
        client._cookies = OthersCookies(client.cookies.jar)


def isolate(response: httpx.Response) -> None:
    """Have a response that is still open leave nothing on its connection, if that is httpx's."""
    if not response.is_closed and response.extensions.get("network_stream") is not None:
        response.stream = IsolatedStream(response)


class IsolatedStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of a response, whose connection is closed if something has come behind it.

    httpcore keeps the connection, and what it has read of it, which is then taken for the response
    to the next request.
    """

    def __init__(self, response: httpx.Response) -> None:
        self._stream: Any = response.stream
        self._network: Any = response.extensions["network_stream"]

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._stream:
            yield piece

    def close(self) -> None:
        self._look_behind()
        self._stream.close()

    async def aclose(self) -> None:
        self._look_behind()
        await self._stream.aclose()

    def _look_behind(self) -> None:
        found = self._stream
        for name in _TO_PARSER:
            found = getattr(found, name, None)
        if found is not None and (found.trailing_data[0] or _has_record(self._network)):
            found.send_failed()  # after which httpcore closes the connection


def _has_record(network: Any) -> bool:
    """Return whether TLS has received more than it was asked for, or the end.

    In sync it has not: it takes one record at a time from the socket, which httpcore looks at.
    """
    tls = network.get_extra_info("ssl_object")
    if not isinstance(tls, ssl.SSLObject):
        return False
    try:
        tls.read(1)
    except ssl.SSLWantReadError:
        return False
    except ssl.SSLError:
        pass
    return True
