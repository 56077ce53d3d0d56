"""The HTTP clients that are made here: those of httpx, over connections of our own.

Their transports are those of httpx with our connections as their pool, so that what patches httpx
sees each call. Where the environment names proxies, the pools are httpcore's, which knows proxies.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Self
from urllib.request import getproxies

import httpx

from .certificates import certificates
from .connections import AsyncConnections, SyncConnections

__all__ = [
    "AsyncHTTPClient",
    "AsyncTransport",
    "HTTPClient",
    "NoCookies",
    "SyncTransport",
    "connection_limits",
]


class SyncTransport(httpx.HTTPTransport):
    """A transport of httpx over connections of our own."""

    def __init__(self, connections: SyncConnections) -> None:
        # Without what the base does: it would read certificates, and make a pool of httpcore.
        self._pool: Any = connections

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncTransport(httpx.AsyncHTTPTransport):
    """The same in async."""

    def __init__(self, connections: AsyncConnections) -> None:
        self._pool: Any = connections

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.aclose()


class NoCookies(httpx.Cookies):
    """Cookies to which responses add nothing: those for one API key must not go with another."""

    def extract_cookies(self, response: httpx.Response) -> None:
        pass


class HTTPClient(httpx.Client):
    """The HTTP client of `Apertis`."""

    def __init__(self) -> None:
        proxied = _proxied(kept=100)
        super().__init__(
            **proxied or {"transport": SyncTransport(SyncConnections(certificates))},
        )

    @cached_property
    def cookies(self) -> httpx.Cookies:  # pyright: ignore[reportIncompatibleMethodOverride]
        return NoCookies()


class AsyncHTTPClient(httpx.AsyncClient):
    """The HTTP client of `AsyncApertis`."""

    def __init__(self) -> None:
        # In async it takes long to look at an idle connection, and httpcore's pool looks at each
        # whenever a call begins or ends: with more of them, opening another is quicker.
        proxied = _proxied(kept=10)
        super().__init__(
            **proxied or {"transport": AsyncTransport(AsyncConnections(certificates))},
        )

    @cached_property
    def cookies(self) -> httpx.Cookies:  # pyright: ignore[reportIncompatibleMethodOverride]
        return NoCookies()


def _proxied(*, kept: int) -> dict[str, Any]:
    """Return the settings of httpx for the proxies of the environment; nothing without proxies."""
    # As httpx looks for proxies; a client that is given a transport does not look.
    proxies = getproxies()
    if not any(proxies.get(scheme) for scheme in ("http", "https", "all")):
        return {}
    return {"verify": certificates(), "limits": connection_limits(kept)}


def connection_limits(kept: int) -> httpx.Limits:
    """Return limits for the connection pools of others, which keep `kept` idle connections."""
    return httpx.Limits(max_connections=1000, max_keepalive_connections=kept, keepalive_expiry=60)
