# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""Where the generated functions send their requests."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from typing import Any, Self

import httpx
from attrs import define, evolve, field

__all__ = ["AuthenticatedClient", "Client"]


@define(kw_only=True)
class Client:
    """The settings of a connection to the API, and the httpx clients made from them.

    The httpx clients are made when they are first used. ``with_headers``, ``with_cookies`` and
    ``with_timeout`` give a new client, which opens connections of its own.

    Attributes:
        base_url: What the paths of the operations are added to.
        headers: Sent with every request.
        cookies: Sent with every request.
        timeout: As httpx takes it; None waits for ever.
        verify_ssl: False, the path of a certificate bundle, or a context of your own.
        follow_redirects: Whether a redirect is followed.
        httpx_args: Anything else that `httpx.Client` and `httpx.AsyncClient` take.
        raise_on_unexpected_status: Whether a status that the spec does not document raises
            `errors.UnexpectedStatus`; otherwise such an answer is parsed as None.
    """

    base_url: str = "https://api.apertis.ai/v1"
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    cookies: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    timeout: float | httpx.Timeout | None = 600.0
    verify_ssl: str | bool | ssl.SSLContext = True
    follow_redirects: bool = False
    httpx_args: Mapping[str, Any] = field(factory=dict[str, Any], repr=False)
    raise_on_unexpected_status: bool = False
    _sync_client: httpx.Client | None = field(
        default=None, init=False, repr=False, eq=False
    )
    _async_client: httpx.AsyncClient | None = field(
        default=None, init=False, repr=False, eq=False
    )

    def with_headers(self, headers: Mapping[str, str]) -> Self:
        """Return a client that also sends `headers`."""
        return evolve(self, headers={**self.headers, **headers})

    def with_cookies(self, cookies: Mapping[str, str]) -> Self:
        """Return a client that also sends `cookies`."""
        return evolve(self, cookies={**self.cookies, **cookies})

    def with_timeout(self, timeout: float | httpx.Timeout | None) -> Self:
        """Return a client with another time-out."""
        return evolve(self, timeout=timeout)

    def set_httpx_client(self, client: httpx.Client) -> Self:
        """Send synchronous requests through `client`, whose own settings then hold."""
        self._sync_client = client
        return self

    def set_async_httpx_client(self, async_client: httpx.AsyncClient) -> Self:
        """Send asynchronous requests through `async_client`, whose own settings then hold."""
        self._async_client = async_client
        return self

    def get_httpx_client(self) -> httpx.Client:
        """Return the client for synchronous requests, made on first use."""
        if self._sync_client is None:
            self._sync_client = httpx.Client(**self._httpx_settings())
        return self._sync_client

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """Return the client for asynchronous requests, made on first use."""
        if self._async_client is None:
            self._async_client = httpx.AsyncClient(**self._httpx_settings())
        return self._async_client

    def _httpx_settings(self) -> dict[str, Any]:
        return {
            "base_url": self.base_url,
            "cookies": dict(self.cookies),
            "headers": self._request_headers(),
            "timeout": self.timeout,
            "verify": self.verify_ssl,
            "follow_redirects": self.follow_redirects,
            **self.httpx_args,
        }

    def _request_headers(self) -> dict[str, str]:
        return dict(self.headers)

    def __enter__(self) -> Self:
        self.get_httpx_client().__enter__()
        return self

    def __exit__(self, *exception: Any) -> None:
        self.get_httpx_client().__exit__(*exception)

    async def __aenter__(self) -> Self:
        await self.get_async_httpx_client().__aenter__()
        return self

    async def __aexit__(self, *exception: Any) -> None:
        await self.get_async_httpx_client().__aexit__(*exception)


@define(kw_only=True)
class AuthenticatedClient(Client):
    """A client that says who it is.

    Attributes:
        token: The secret; `repr` does not show it.
        prefix: Stands before the token in the header; "" for none.
        auth_header_name: The header that carries the token.
    """

    token: str = field(repr=False)
    prefix: str = "Bearer"
    auth_header_name: str = "Authorization"

    def _request_headers(self) -> dict[str, str]:
        credentials = f"{self.prefix} {self.token}" if self.prefix else self.token
        return {**self.headers, self.auth_header_name: credentials}
