"""What is raised where a request cannot be sent or a response cannot be received."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Generator, Iterator
from typing import Any, Final

from .._errors.secrets import bare_url
from .._errors.tree import ConfigurationError
from .._importing import httpx
from .http11 import MAX_HEAD_BYTES

__all__ = [
    "NO_TLS",
    "describe",
    "environment_errors",
    "is_final",
    "is_timeout",
    "may_lack_tls",
    "reason",
    "transport_errors",
]

# The reasons of an `ssl.SSLError` for bytes that are no TLS, by the version of OpenSSL.
_NO_TLS: Final = frozenset(
    {"WRONG_VERSION_NUMBER", "UNKNOWN_PROTOCOL", "HTTP_REQUEST", "RECORD_LAYER_FAILURE"}
)
# What another attempt cannot mend, whatever it is about.
_FINAL: Final = ("UnsupportedProtocol", "LocalProtocolError", "TooManyRedirects", "InvalidURL")


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


def is_final(error: Exception) -> bool:
    """Return whether one of `transport_errors` would be raised again by every other attempt."""
    if isinstance(error, httpx.DecodingError):
        return "Content-Encoding" in str(error)  # rather than damaged or cut
    if isinstance(error, (*(getattr(httpx, name) for name in _FINAL), UnicodeError)):
        return True
    return _is_over_limit(error) or _tls_reason(error) in {*_NO_TLS, "CERTIFICATE_VERIFY_FAILED"}


def _is_over_limit(error: Exception) -> bool:
    """Return whether the head of a response was more than httpx reads."""
    return str(error) == "Receive buffer too long"  # as h11 says


def reason(error: Exception) -> str:
    """Return why one of `transport_errors` was raised; some leave that to their cause."""
    handled = sys.exception()  # the caller's, unless `error` itself is being handled
    for cause in _causes(error):
        if cause is handled and cause is not error:
            break
        # Of several addresses none could be connected to: anyio has the reasons as the cause.
        if str(cause) not in ("", "All connection attempts failed"):
            return str(cause)
    return type(error).__name__


NO_TLS: Final = "it may not speak TLS: is http:// meant?"


def may_lack_tls(error: BaseException) -> bool:
    """Return whether a server answered a TLS handshake as one without TLS may.

    It did with something else, as plain HTTP does, or by closing the connection.
    """
    closed = "UNEXPECTED_EOF_WHILE_READING"
    causes = _causes(error)
    return _tls_reason(error) in {*_NO_TLS, closed} or any(
        isinstance(cause, ConnectionResetError) for cause in causes
    )


def _tls_reason(error: BaseException) -> str | None:
    """Return why TLS failed, in the words of OpenSSL; None where it did not."""
    reasons = (getattr(cause, "reason", None) for cause in _causes(error))
    return next((found for found in reasons if isinstance(found, str)), None)


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def describe(error: Exception, request: httpx.Request | None) -> str:
    """Return a sentence about one of `transport_errors`, with the server where that helps.

    No part of the URL is in it that may hold a key.
    """
    with contextlib.suppress(AttributeError, RuntimeError):
        request = getattr(error, "request", request)  # after a redirect it is another one
    if request is None:
        return reason(error)
    url = request.url
    if _is_over_limit(error):
        return f"the head of the response has more than {MAX_HEAD_BYTES} bytes, the limit of httpx"
    if isinstance(error, (httpx.ConnectError, httpx.UnsupportedProtocol)):
        hint = f"; {NO_TLS}" if url.scheme == "https" and may_lack_tls(error) else ""
        return f"could not connect to {bare_url(url)}: {reason(error)}{hint}"
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
