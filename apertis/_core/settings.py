"""What a client is told, checked at once."""

from __future__ import annotations

import os
import re
import sys
import threading
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, cast
from urllib.parse import urlsplit

from .._errors.secrets import without_keys
from .._errors.tree import ConfigurationError
from .._version import __version__
from .retry import RetryPolicy

if TYPE_CHECKING:
    import httpx

__all__ = [
    "APIKey",
    "Settings",
    "checked_headers",
    "checked_key",
    "checked_mapping",
    "checked_query",
    "checked_seconds",
    "checked_timeout",
    "retry_policy",
    "timeout_of",
]

APIKey: TypeAlias = str | Callable[[], str | Awaitable[str]]

BASE_URL: Final = "https://api.apertis.ai/v1"
CONNECT_SECONDS: Final = 5.0
SILENCE_SECONDS: Final = 600.0
USER_AGENT: Final = f"apertis-python/{__version__} (Python {sys.version.partition(' ')[0]})"


# RFC 9110, 5.1 and 5.5, without the obsolete bytes above ASCII.
_HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE: Final = re.compile(r"[\x20-\x7e\t]*")


class Settings(NamedTuple):
    """Everything that a client was told, or took from the environment, in its final form."""

    api_key: APIKey
    base_url: str
    timeout: httpx.Timeout
    max_retries: RetryPolicy
    default_headers: Mapping[str, str | None]
    default_query: Mapping[str, Any]

    def __repr__(self) -> str:
        return f"Settings(base_url={self.base_url!r}, timeout={self.timeout!r})"  # no key

    @classmethod
    def checked(cls, **given: Any) -> Settings:
        """Return the settings of a client: argument over environment over default.

        Raises:
            ConfigurationError: a value cannot be worked with; the message names it.
            TypeError: a value is of the wrong type; the message names it.
        """
        return cls(**{name: check(given[name]) for name, check in _CHECKS.items()})

    def changed(self, **changes: Any) -> Settings:
        """Return these settings with `changes`, of which None means "as it was"; raises alike."""
        unknown = changes.keys() - _CHECKS.keys()
        if unknown:
            raise TypeError(f"a client has no setting {' and '.join(map(repr, sorted(unknown)))}")
        given = {name: value for name, value in changes.items() if value is not None}
        return self._replace(**{name: _CHECKS[name](value) for name, value in given.items()})


def checked_api_key(key: APIKey | None) -> APIKey:
    """Return the key, or the function that gives it; from the environment where None is given."""
    if key is None:
        key = os.environ.get("APERTIS_API_KEY", "")
    return key if callable(key) else checked_key(key)


def checked_key(key: object) -> str:
    """Return an API key without the white space around it; refuse what no header can carry."""
    if not isinstance(key, str):
        raise TypeError(f"api_key must be text, or a function that returns it; it is {_type(key)}")
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
    return key


def checked_base_url(url: object) -> str:
    """Return the base URL in the form that paths are added to, from any spelling people paste."""
    if url is None:
        url = os.environ.get("APERTIS_BASE_URL") or os.environ.get("APERTIS_API_BASE") or BASE_URL
    if not isinstance(url, str):
        raise TypeError(f"base_url must be text, not {_type(url)}")
    import httpx

    try:
        parts = urlsplit(url.strip())
        _ = parts.port  # read to have it checked
        httpx.URL(url.strip())
        (parts.hostname or "").encode("idna")
        has_space = any(character.isspace() for character in parts.netloc)
    except (ValueError, httpx.InvalidURL):
        # No message shows the value: what was pasted into the wrong place may be a key.
        raise ConfigurationError("base_url is not a URL") from None
    if parts.username is not None or parts.password is not None:
        raise ConfigurationError("base_url may not hold a user name or a password")
    if has_space or parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigurationError("base_url must begin with https:// or http:// and name a host")
    if parts.query or parts.fragment:
        raise ConfigurationError("base_url may not have a query or a fragment")
    path = parts.path.rstrip("/").removesuffix("/chat/completions").rstrip("/")
    if not path and parts.hostname == urlsplit(BASE_URL).hostname:
        path = urlsplit(BASE_URL).path
    return f"{parts.scheme}://{parts.netloc}{path}"


def checked_timeout(timeout: float | httpx.Timeout | None) -> httpx.Timeout:
    """Return a time-out for httpx: a number counts for silence, connecting is never given more.

    Raises:
        ConfigurationError: it is not more than 0.
        TypeError: it is neither a number nor an `httpx.Timeout`.
    """
    import httpx

    if timeout is None:
        return httpx.Timeout(SILENCE_SECONDS, connect=CONNECT_SECONDS)
    if isinstance(timeout, httpx.Timeout):
        for phase, seconds in timeout.as_dict().items():
            if seconds is not None:
                checked_seconds(f"timeout ({phase})", seconds)
        return timeout
    seconds = checked_seconds("timeout", timeout)
    return httpx.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS))


def timeout_of(http_client: httpx.Client | httpx.AsyncClient | None) -> httpx.Timeout | None:
    """Return the time-out that the user's own client was given; None where it has httpx's own."""
    import httpx

    if http_client is None or http_client.timeout == httpx.Timeout(5.0):
        return None
    return http_client.timeout


def checked_seconds(name: str, value: object) -> float:
    """Return a number of seconds that is more than 0 and finite."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} must be a number of seconds, not {_type(value)}")
    if not 0 < value <= threading.TIMEOUT_MAX:
        # More is no time-out, and more than clocks can count.
        limit = f"at most {threading.TIMEOUT_MAX:.0f}" if value > 0 else "more than 0"
        raise ConfigurationError(f"{name} must be {limit} seconds, not {value!r}")
    return float(value)


def retry_policy(max_retries: object) -> RetryPolicy:
    """Return the policy that `max_retries` stands for: a number of retries, or a policy itself."""
    if isinstance(max_retries, RetryPolicy):
        return max_retries
    if isinstance(max_retries, bool) or not isinstance(max_retries, int):
        raise TypeError(
            f"max_retries must be a whole number or a RetryPolicy, not {_type(max_retries)}"
        )
    if max_retries < 0:
        raise ConfigurationError(f"max_retries must be 0 or more, not {max_retries}")
    return RetryPolicy(max_retries)


def checked_headers(name: str, headers: object) -> dict[str, str | None]:
    """Return headers that a request can carry, by their names in lower case; None: do not send."""
    checked: dict[Any, Any] = {
        # Space around a value is no part of it (RFC 9110, 5.5).
        key: value.strip(" \t") if isinstance(value, str) else value
        for key, value in checked_mapping(name, headers).items()
    }
    for key, value in checked.items():
        shown = without_keys(repr(key))
        if not isinstance(key, str) or not (value is None or isinstance(value, str)):
            wrong = _type(value if isinstance(key, str) else key)
            raise TypeError(f"{name} must map text to text or None; {shown} is {wrong}")
        if not _HEADER_NAME.fullmatch(key):
            raise ConfigurationError(f"{name} holds {shown}, which cannot be the name of a header")
        if value is not None and not _HEADER_VALUE.fullmatch(value):
            # The message must not show what may be a key.
            raise ConfigurationError(
                f"{name} holds a value for {shown} that is not printable ASCII on one line"
            )
    return {key.lower(): value for key, value in checked.items()}


def checked_mapping(name: str, value: object) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise TypeError(f"{name} must be a dict, not {_type(value)}")
    return dict(cast("Mapping[str, Any]", value))


def checked_query(name: str, query: object) -> dict[str, Any]:
    """Return parameters of a query: text, numbers, booleans and None, or lists of them."""
    checked: dict[Any, Any] = checked_mapping(name, query)
    for key, value in checked.items():
        shown = without_keys(repr(key))
        values = cast("list[object]", value if isinstance(value, (list, tuple)) else [value])
        for each in (key, *values):
            if each is not None and not isinstance(each, (str, int, float)):
                raise TypeError(
                    f"{name} must map text to text, numbers, or lists of them; {shown} holds"
                    f" {_type(each)}"
                )
            if isinstance(each, str) and not _is_unicode(each):
                raise ConfigurationError(f"{name} holds text that is not valid Unicode")
        if not isinstance(key, str):
            raise TypeError(f"{name} must map text to values; {shown} is {_type(key)}")
    return checked


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return False
    return True


_CHECKS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "api_key": checked_api_key,
    "base_url": checked_base_url,
    "timeout": checked_timeout,
    "max_retries": retry_policy,
    "default_headers": lambda headers: checked_headers("default_headers", headers),
    "default_query": lambda query: checked_query("default_query", query),
}


def _type(value: object) -> str:
    return type(value).__name__
