"""Decides which redirects are followed: those within the origin of the request.

httpx follows all redirects, and sends the body and most headers again. Another origin must get none
of them, since any header may hold a key, and its response would not come from the API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

__all__ = ["redirected_request"]

_PORTS = {"http": 80, "https": 443}


def redirected_request(response: httpx.Response) -> httpx.Request | None:
    """Return the request that a redirect asks for, or None if it is not to be sent.

    httpx has made it (RFC 9110, 15.4): 307 and 308 repeat the request, others make it a GET.
    """
    request = response.next_request
    if request is None or _origin(request.url) != _origin(response.request.url):
        return None
    return request


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    """Return scheme, host and port (RFC 6454, 4)."""
    return url.scheme, url.host, url.port or _PORTS.get(url.scheme)
