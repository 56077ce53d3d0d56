"""Checks the settings of a client when it is constructed."""

from __future__ import annotations

import os
import sys
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, TypedDict

from apertis_client._runtime.event_stream import MAX_EVENT_BYTES

from .._errors.tree import ConfigurationError
from .._importing import httpx, importing
from .._transport.http11 import MAX_HEAD_BYTES
from .._transport.target import is_plain
from .._version import __version__
from .checks import (
    Timeouts,
    check_bool,
    check_headers,
    check_max_bytes,
    check_query,
    check_timeout,
    similar_name,
    type_name,
)
from .retry import RetryPolicy

if TYPE_CHECKING:
    from typing import Unpack

__all__ = [
    "APIKey",
    "ClientSettings",
    "Settings",
    "check_api_key",
    "check_base_url",
    "check_key",
    "http_client_timeout",
]

APIKey: TypeAlias = str | Callable[[], str | Awaitable[str]]

BASE_URL: Final = "https://api.apertis.ai/v1"
USER_AGENT: Final = f"apertis-python/{__version__} (Python {sys.version.partition(' ')[0]})"


class ClientSettings(TypedDict, total=False):
    """The settings of a client, as its constructor and `with_options` take them.

    Args:
        api_key: The key, or a function that returns it and is called on every attempt; that of an
            `AsyncApertis` may be asynchronous. Default: the environment's ``APERTIS_API_KEY``.
        base_url: The URL of the API. Default: the environment's ``APERTIS_BASE_URL``, then its
            ``APERTIS_API_BASE``, then ``https://api.apertis.ai/v1``.
        timeout: Seconds of silence before an attempt fails, or an `httpx.Timeout`. Default: that
            of `http_client` if one was set there; else 600 seconds, and 5 seconds to connect.
        max_retries: How often a failed call is repeated, 0 or more, or a `RetryPolicy`, which says
            when. Default: 2.
        default_headers: Headers of every request; they win over the built-in ones, and one set to
            None is not sent.
        default_query: Parameters in the query of every request.
        max_response_bytes: The most bytes that the body of a response that is read as a whole may
            have, decompressed; 1 or more, None for no limit. Of an error, 4 MiB are read at most.
            Default: 256 MiB.
        max_header_bytes: The most bytes that all headers of a response may have; 1 or more, None
            for no limit. With an `http_client`, httpx limits them to 100 KiB. Default: 100 KiB.
        max_event_bytes: The most bytes that one event of a stream may have; 1 or more, None for no
            limit. Default: 64 MiB.
        require_finish_reason: Whether a stream without any ``finish_reason`` is taken as cut off
            even if it ends with ``[DONE]``; False admits servers that never send one.
            Default: True.
        tracing: Whether calls are traced with OpenTelemetry once the program has imported it.
            Default: True, unless the environment's ``APERTIS_TRACING`` is ``off``.
    """

    api_key: APIKey | None
    base_url: str | None
    timeout: float | httpx.Timeout | None
    max_retries: int | RetryPolicy
    default_headers: Mapping[str, str | None] | None
    default_query: Mapping[str, Any] | None
    max_response_bytes: int | None
    max_header_bytes: int | None
    max_event_bytes: int | None
    require_finish_reason: bool
    tracing: bool | None


class Settings(NamedTuple):
    """The checked settings of a client, with those of the environment and the defaults."""

    api_key: APIKey
    base_url: str
    timeout: Timeouts
    max_retries: RetryPolicy
    default_headers: Mapping[str, str | None]
    default_query: Mapping[str, Any]
    max_response_bytes: int | None
    max_header_bytes: int | None
    max_event_bytes: int | None
    require_finish_reason: bool
    tracing: bool

    def __repr__(self) -> str:
        return f"Settings(base_url={self.base_url!r}, timeout={self.timeout!r})"  # no key

    @classmethod
    def check(cls, **given: Unpack[ClientSettings]) -> Settings:
        """Return the settings of a client: argument over environment over default.

        Raises:
            ConfigurationError: invalid value; the message names it.
            TypeError: a value is of the wrong type, or there is no such setting.
        """
        return cls(**_check({**_DEFAULTS, **given}))

    def change(self, **changes: Unpack[ClientSettings]) -> Settings:
        """Return a copy with some settings changed; None changes only limits of bytes.

        Raises:
            ConfigurationError: invalid value; the message names it.
            TypeError: a value is of the wrong type, or there is no such setting.
        """
        items = changes.items()
        given = {name: each for name, each in items if each is not None or name in _UNLIMITED}
        return self._replace(**_check(given))


def check_api_key(key: APIKey | None) -> APIKey:
    """Return the key, or the function that returns it; the key of the environment for None."""
    if key is None:
        key = os.environ.get("APERTIS_API_KEY", "")
    return key if callable(key) else check_key(key)


def check_key(key: object) -> str:
    """Return an API key without the white space around it; refuse one that no header can carry."""
    if not isinstance(key, str):
        raise TypeError(
            f"api_key must be text, or a function that returns it; it is {type_name(key)}"
        )
    key = key.strip()
    if not key:
        raise ConfigurationError(
            "API key is required: pass api_key=... or set the environment variable"
            " APERTIS_API_KEY. Keys are made at https://apertis.ai"
        )
    # The message must not show the key.
    if not key.isascii() or not key.isprintable():
        raise ConfigurationError(
            "api_key must be printable ASCII on one line; check how it was read"
        )
    if key.lower().startswith("bearer "):
        raise ConfigurationError("api_key must be the key alone, without 'Bearer'")
    return key


def check_base_url(url: object, name: str = "base_url") -> str:
    """Return the base URL without a closing slash, from any spelling that people paste.

    That of the environment for None. A message calls it by its `name`.
    """
    if url is None:
        for variable in ("APERTIS_BASE_URL", "APERTIS_API_BASE"):
            if os.environ.get(variable):
                return check_base_url(os.environ[variable], variable)
        return BASE_URL
    if not isinstance(url, str):
        raise TypeError(f"{name} must be text, not {type_name(url)}")
    url = url.strip()
    scheme, host, path = _split(url) if is_plain(url) else _split_unusual(name, url)
    path = path.rstrip("/").removesuffix("/chat/completions").rstrip("/")
    _, usual_host, usual_path = _split(BASE_URL)
    if not path and host.partition(":")[0].lower() == usual_host:
        path = usual_path
    return f"{scheme}://{host}{path}"


def _split(url: str) -> tuple[str, str, str]:
    """Return the scheme of a plain URL, its host with the port, and its path."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return scheme, host, slash + path


def _split_unusual(name: str, url: str) -> tuple[str, str, str]:
    """Return the same for any other URL, which is checked."""
    with importing:
        from urllib.parse import urlsplit  # takes long to import

    try:
        parts = urlsplit(url)
        _ = parts.port  # read to have it checked
        httpx.URL(url)
        (parts.hostname or "").encode("idna")
        has_space = any(character.isspace() for character in parts.netloc)
    except (ValueError, httpx.InvalidURL):
        # No message shows the value: what was pasted into the wrong place may be a key.
        raise ConfigurationError(f"{name} is not a URL") from None
    if parts.username is not None or parts.password is not None:
        raise ConfigurationError(f"{name} may not hold a user name or a password")
    if has_space or parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigurationError(f"{name} must begin with https:// or http:// and name a host")
    if parts.query or parts.fragment:
        raise ConfigurationError(f"{name} may not have a query or a fragment")
    return parts.scheme, parts.netloc, parts.path


def check_tracing(given: object) -> bool:
    """Return whether calls may be traced; what the environment says for None."""
    if given is None:
        return os.environ.get("APERTIS_TRACING", "").strip().lower() not in _OFF
    return check_bool("tracing", given)


def http_client_timeout(
    http_client: httpx.Client | httpx.AsyncClient | None,
) -> httpx.Timeout | None:
    """Return the time-out that the user's own client was given; None where it has httpx's own."""
    if http_client is None or http_client.timeout == httpx.Timeout(5.0):
        return None
    return http_client.timeout


_CHECKS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "api_key": check_api_key,
    "base_url": check_base_url,
    "timeout": check_timeout,
    "max_retries": RetryPolicy.of,
    "default_headers": lambda headers: check_headers("default_headers", headers),
    "default_query": lambda query: check_query("default_query", query),
    "max_response_bytes": lambda most: check_max_bytes("max_response_bytes", most),
    "max_header_bytes": lambda most: check_max_bytes("max_header_bytes", most),
    "max_event_bytes": lambda most: check_max_bytes("max_event_bytes", most),
    "require_finish_reason": lambda given: check_bool("require_finish_reason", given),
    "tracing": check_tracing,
}

# What settings are called elsewhere, and those that only a client of httpx has.
_USUAL_NAMES: Final = {
    "api_base": "base_url",
    "endpoint": "base_url",
    "token": "api_key",
    "url": "base_url",
}
_OF_HTTPX: Final = frozenset(
    {"cert", "http2", "limits", "proxies", "proxy", "transport", "trust_env", "verify"}
)

# What switches something off in the environment.
_OFF: Final = frozenset({"off", "false", "no", "0"})

# The settings of which None means that there is no limit.
_UNLIMITED: Final = frozenset({"max_response_bytes", "max_header_bytes", "max_event_bytes"})

_DEFAULTS: Final[Mapping[str, Any]] = {
    **dict.fromkeys(_CHECKS),
    "max_retries": 2,
    "max_response_bytes": 256 * 2**20,
    "max_header_bytes": MAX_HEAD_BYTES,
    "max_event_bytes": MAX_EVENT_BYTES,
    "require_finish_reason": True,
}


def _check(given: Mapping[str, Any]) -> dict[str, Any]:
    unknown = given.keys() - _CHECKS.keys()
    if unknown:
        name = min(unknown)
        names = [*_CHECKS, "http_client"]
        hint = similar_name(_USUAL_NAMES.get(name, name), names, f"; it has {', '.join(names)}")
        if name in _OF_HTTPX:
            hint = "; pass an http_client that has it, such as httpx.Client(...)"
        raise TypeError(f"a client has no setting {' and '.join(map(repr, sorted(unknown)))}{hint}")
    return {name: _CHECKS[name](value) for name, value in given.items()}
