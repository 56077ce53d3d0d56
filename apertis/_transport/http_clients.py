"""The HTTP clients that are made here: those of httpx, over connections that are kept here.

Where the environment names proxies, the connections are those of httpx, which knows about proxies.
Cookies are looked for where there are some, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.request import getproxies

import httpx

from .backends import certificates, connection_limits
from .connections import AsyncConnections, Connections

if TYPE_CHECKING:
    import ssl

__all__ = ["AsyncHTTPClient", "HTTPClient"]


class _Cookies(httpx.Cookies):
    """Cookies of which there are none, as a rule: finding that out is a tenth of a call."""

    def extract_cookies(self, response: httpx.Response) -> None:
        if "set-cookie" in response.headers:
            super().extract_cookies(response)


# Nobody sets the cookies of these: what httpx has for that is not needed.


class HTTPClient(httpx.Client):
    """What the synchronous world sends with."""

    def __init__(self) -> None:
        super().__init__(follow_redirects=True, **_way(Connections, kept=100))

    @cached_property
    def cookies(self) -> httpx.Cookies:  # pyright: ignore[reportIncompatibleMethodOverride]
        return _Cookies()


class AsyncHTTPClient(httpx.AsyncClient):
    """What the asynchronous world sends with."""

    def __init__(self) -> None:
        # Looking at an idle connection is dear in this world, and the pool of httpx looks at each
        # whenever a call begins or ends: with more of them, opening another is the cheaper way.
        super().__init__(follow_redirects=True, **_way(AsyncConnections, kept=10))

    @cached_property
    def cookies(self) -> httpx.Cookies:  # pyright: ignore[reportIncompatibleMethodOverride]
        return _Cookies()


def _way(
    connections: Callable[[Callable[[], ssl.SSLContext]], object], *, kept: int
) -> dict[str, Any]:
    """Return the settings of httpx that say how the server is reached.

    `kept` says how many connections of httpx wait for another call, behind a proxy.
    """
    # As httpx asks. A client that is given a transport looks for no proxies.
    proxies = getproxies()
    if any(proxies.get(scheme) for scheme in ("http", "https", "all")):
        return {"verify": certificates(), "limits": connection_limits(kept)}
    return {"transport": connections(certificates)}
