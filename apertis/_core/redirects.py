"""Decides which redirects are followed: those within the origin of the request.

httpx follows all redirects, and sends the body and most headers again. Another origin must get none
of them, since any header may hold a key, and its response would not come from the API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._importing import httpx
from .._transport.target import target_of

if TYPE_CHECKING:
    from .._transport.messages import Request, Response

__all__ = ["redirected_request"]

_REPEATING = (307, 308)
_REDIRECTS = (301, 302, 303, *_REPEATING)


def redirected_request(response: Response) -> Request | None:
    """Return the request that a redirect asks for, or None if it is not to be sent.

    307 and 308 repeat the request (RFC 9110, 15.4); for others it becomes a GET, as in browsers.
    """
    request = response.request
    location = response.header(b"location")
    if response.status_code not in _REDIRECTS or not location:
        return None
    try:
        target = target_of(request.target.url.join(location))
    except (httpx.InvalidURL, httpx.UnsupportedProtocol):
        return None
    if target.origin != request.target.origin:
        return None
    repeats = response.status_code in _REPEATING or request.method == "HEAD"
    return request.redirected(request.method if repeats else "GET", target)
