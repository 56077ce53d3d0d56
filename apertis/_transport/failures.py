"""What is raised where a request cannot be sent or a response cannot be received."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Generator
from typing import Any, Final

from .._errors.tree import ConfigurationError
from .._importing import httpx

__all__ = [
    "describe",
    "environment_errors",
    "is_timeout",
    "reason",
    "speaks_no_tls",
    "transport_errors",
]


# The reasons of an `ssl.SSLError` for bytes that are no TLS, by the version of OpenSSL.
_NO_TLS: Final = frozenset(
    {"WRONG_VERSION_NUMBER", "UNKNOWN_PROTOCOL", "HTTP_REQUEST", "RECORD_LAYER_FAILURE"}
)


def transport_errors() -> tuple[type[Exception], ...]:
    """Return the exceptions that mean that the transport failed.

    Some pass through httpx as they are: those of TLS and of sockets, of HTTP/2, and of invalid
    names and addresses.
    """
    http2: Any = sys.modules.get("h2.exceptions")
    return (
        httpx.HTTPError,
        httpx.StreamError,
        httpx.InvalidURL,
        httpx.CookieConflict,
        OSError,  # TimeoutError and ssl.SSLError included
        UnicodeError,
        *(() if http2 is None else (http2.ProtocolError,)),
    )


def is_timeout(error: Exception) -> bool:
    """Return whether one of `transport_errors` says that something took too long."""
    return isinstance(error, (httpx.TimeoutException, TimeoutError))


def reason(error: Exception) -> str:
    """Return why one of `transport_errors` was raised; some leave that to their cause."""
    cause: BaseException | None = error
    handled = sys.exception()  # the caller's, unless `error` itself is being handled
    while cause is not None and (cause is error or cause is not handled):
        # Of several addresses none could be connected to: anyio has the reasons as the cause.
        if str(cause) not in ("", "All connection attempts failed"):
            return str(cause)
        cause = cause.__cause__ or cause.__context__
    return type(error).__name__


def speaks_no_tls(error: BaseException) -> bool:
    """Return whether a server answered a TLS handshake with something else, as plain HTTP does."""
    cause: BaseException | None = error
    while cause is not None:
        if getattr(cause, "reason", None) in _NO_TLS:
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def describe(error: Exception, request: httpx.Request | None) -> str:
    """Return a sentence about one of `transport_errors`, with the server where that helps.

    The URL is not in it, only host and port: its path and query may hold secrets.
    """
    with contextlib.suppress(AttributeError, RuntimeError):
        request = getattr(error, "request", request)  # after a redirect it is another one
    if request is None:
        return reason(error)
    url = request.url
    if isinstance(error, httpx.ConnectError):
        port = url.port or {"https": 443}.get(url.scheme, 80)
        hint = "; it may not speak TLS: is http:// meant?" if speaks_no_tls(error) else ""
        return f"could not connect to {url.host}:{port}: {reason(error)}{hint}"
    if isinstance(error, (httpx.NetworkError, httpx.RemoteProtocolError)):
        return f"connection to {url.host} lost: {reason(error)}"
    return reason(error)


@contextlib.contextmanager
def environment_errors() -> Generator[None]:
    """Raise `ConfigurationError` for failures that only the environment can have caused."""
    try:
        yield
    except ConfigurationError:
        raise
    except (ImportError, OSError, ValueError, httpx.InvalidURL) as error:
        raise ConfigurationError(
            "invalid value in the environment (HTTP_PROXY and the like, SSL_CERT_FILE,"
            f" SSL_CERT_DIR): {reason(error)}"
        ) from error
