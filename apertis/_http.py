"""The HTTP clients that are made here: those of httpx, which also look for no cookies in vain."""

from __future__ import annotations

from functools import cached_property

import httpx

__all__ = ["AsyncHTTPClient", "HTTPClient"]


class _Cookies(httpx.Cookies):
    """Cookies of which there are none, as a rule: finding that out is a tenth of a call."""

    def extract_cookies(self, response: httpx.Response) -> None:
        if "set-cookie" in response.headers:
            super().extract_cookies(response)


# Nobody sets the cookies of these: what httpx has for that is not needed.


class HTTPClient(httpx.Client):
    """What the synchronous world sends with."""

    @cached_property
    def cookies(self) -> httpx.Cookies:  # pyright: ignore[reportIncompatibleMethodOverride]
        return _Cookies()


class AsyncHTTPClient(httpx.AsyncClient):
    """What the asynchronous world sends with."""

    @cached_property
    def cookies(self) -> httpx.Cookies:  # pyright: ignore[reportIncompatibleMethodOverride]
        return _Cookies()
