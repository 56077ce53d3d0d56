"""Where a request is sent."""

from __future__ import annotations

import functools
import re
from typing import Final, NamedTuple

from .._importing import httpx

__all__ = ["DEFAULT_PORTS", "Target", "is_plain", "parse_target", "target_of"]

DEFAULT_PORTS: Final = {"http": 80, "https": 443}

# What `httpx.URL` takes as it is: there is nothing to encode, to lower or to leave out.
_NUMBER = "(?:0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])"
_PLAIN: Final = re.compile(
    r"(?P<scheme>https?)://"
    rf"(?P<host>(?:[a-z0-9][a-z0-9-]{{0,62}}\.)*[a-z][a-z0-9-]{{0,62}}|(?:{_NUMBER}\.){{3}}{_NUMBER})"
    r"(?::(?P<port>[1-9][0-9]{0,4}))?"
    r"(?P<path>(?:/[A-Za-z0-9_~-][A-Za-z0-9_~.-]*)*/?)"
)


class Target(NamedTuple):
    """Where a request is sent.

    Attributes:
        text: The whole URL.
        path: The path with the query, as it is sent.
        host: The value of the header Host.
        origin: Scheme, host and port (RFC 6454, 4).
    """

    text: str
    path: str
    host: str
    origin: tuple[str, str, int]

    @property
    def url(self) -> httpx.URL:
        """The whole URL."""
        return _url(self.text)


def target_of(url: httpx.URL) -> Target:
    """Return where a request for a URL is sent.

    Raises:
        httpx.UnsupportedProtocol: its scheme is neither http nor https.
    """
    if url.scheme not in DEFAULT_PORTS:
        raise httpx.UnsupportedProtocol(f"unsupported URL scheme {url.scheme!r}")
    origin = url.scheme, url.raw_host.decode("ascii"), url.port or DEFAULT_PORTS[url.scheme]
    return Target(str(url), url.raw_path.decode("ascii"), url.netloc.decode("ascii"), origin)


@functools.lru_cache  # what httpx parses takes a fiftieth of the time of a call over it
def _url(text: str) -> httpx.URL:
    return httpx.URL(text)


@functools.lru_cache
def parse_target(url: str) -> Target:
    """Return where a request for a URL is sent. Raises as `target_of`, and `httpx.InvalidURL`."""
    plain = _PLAIN.fullmatch(url)
    if plain is None:
        return target_of(httpx.URL(url))
    scheme, host, path = plain["scheme"], plain["host"], plain["path"]
    default = DEFAULT_PORTS[scheme]
    port = int(plain["port"] or default)
    netloc = host if port == default else f"{host}:{port}"
    return Target(f"{scheme}://{netloc}{path}", path or "/", netloc, (scheme, host, port))


def is_plain(url: str) -> bool:
    """Return whether `httpx.URL` would take a URL as it is; others it may refuse."""
    plain = _PLAIN.fullmatch(url)
    return plain is not None and int(plain["port"] or 0) < 2**16
