"""An HTTP client over aiohttp, which is faster where many calls are made at once.

Needs ``apertis[aiohttp]``. httpx-aiohttp does the sending. The exceptions of aiohttp that it does
not translate, or translates wrongly, are translated here to those of httpx.
"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Generator
from typing import Any

import httpx

try:
    import aiohttp
    from httpx_aiohttp import AiohttpTransport, HttpxAiohttpClient
except ImportError as error:
    raise ImportError('AiohttpClient needs aiohttp: pip install "apertis[aiohttp]"') from error

from .certificates import certificates
from .http_clients import NoCookies, connection_limits

__all__ = ["AiohttpClient"]

# aiohttp adds these where a request has none; what the caller left out stays out.
_LEFT_OUT = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")


class AiohttpClient(HttpxAiohttpClient):
    """An `httpx.AsyncClient` that sends with aiohttp: for `AsyncApertis(http_client=...)`.

    Takes what an `httpx.AsyncClient` takes, but HTTP/2. It needs asyncio, and belongs to the event
    loop that it is first used in. Close it with `aclose`, or use it in an `async with`.
    """

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("follow_redirects", True)
        settings.setdefault("limits", connection_limits(100))
        settings.setdefault("verify", certificates())
        super().__init__(**settings)
        self._cookies = NoCookies(self._cookies)

    # httpx-aiohttp makes its transports here as well, those for proxies included.

    def _init_transport(  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        self, *, transport: httpx.AsyncBaseTransport | None = None, **settings: Any
    ) -> httpx.AsyncBaseTransport:
        return _Transport(**settings) if transport is None else transport

    def _init_proxy_transport(  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        self, proxy: httpx.Proxy, **settings: Any
    ) -> httpx.AsyncBaseTransport:
        return _Transport(proxy=proxy, **settings)


class _Transport(AiohttpTransport):
    """The transport of httpx-aiohttp, with the cookies, headers and failures of httpx."""

    def get_client(self) -> aiohttp.ClientSession:
        session = super().get_client()
        connector = session.connector
        session.detach()
        return aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),  # httpx keeps them
            skip_auto_headers=_LEFT_OUT,
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        with _httpx_errors(request):
            response = await super().handle_async_request(request)
        if isinstance(response.stream, httpx.AsyncByteStream):
            response.stream = _ResponseBody(response.stream, request)
        return response


class _ResponseBody(httpx.AsyncByteStream):
    """The body of a response, whose failures are those of httpx."""

    def __init__(self, body: httpx.AsyncByteStream, request: httpx.Request) -> None:
        self._body = body
        self._request = request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _httpx_errors(self._request):
            async for piece in self._body:
                yield piece

    async def aclose(self) -> None:
        with _httpx_errors(self._request):
            await self._body.aclose()


@contextlib.contextmanager
def _httpx_errors(request: httpx.Request) -> Generator[None, None, None]:
    """Raise what httpx raises where aiohttp fails."""
    try:
        yield
    except (aiohttp.ClientError, httpx.TransportError) as error:
        failure = error if isinstance(error, aiohttp.ClientError) else error.__cause__
        kind = _kind(failure, request)
        if kind is None or type(error) is kind:
            raise
        raise kind(str(failure), request=request) from failure


def _kind(
    failure: BaseException | None, request: httpx.Request
) -> type[httpx.TransportError] | None:
    """Return what httpx raises in place of a failure of aiohttp; None for others."""
    if isinstance(failure, aiohttp.ConnectionTimeoutError):
        limits = request.extensions.get("timeout", {})
        pool, connect = limits.get("pool"), limits.get("connect")
        # aiohttp does not say which of the two ended: it was the shorter one.
        waited = pool is not None and (connect is None or pool < connect)
        return httpx.PoolTimeout if waited else httpx.ConnectTimeout
    return next((kind for known, kind in _KINDS.items() if isinstance(failure, known)), None)


# The first that fits counts.
_KINDS: dict[type[BaseException], type[httpx.TransportError]] = {
    aiohttp.ServerTimeoutError: httpx.ReadTimeout,
    aiohttp.ClientHttpProxyError: httpx.ProxyError,
    aiohttp.ClientProxyConnectionError: httpx.ProxyError,
    aiohttp.ClientConnectorError: httpx.ConnectError,
    aiohttp.ClientSSLError: httpx.ConnectError,
    aiohttp.ServerFingerprintMismatch: httpx.ConnectError,
    aiohttp.ServerDisconnectedError: httpx.RemoteProtocolError,
    aiohttp.InvalidURL: httpx.UnsupportedProtocol,
    aiohttp.ClientPayloadError: httpx.RemoteProtocolError,
    aiohttp.ClientResponseError: httpx.RemoteProtocolError,
    aiohttp.ClientError: httpx.ReadError,
}
