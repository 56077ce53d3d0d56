"""The context for TLS that all connections of a process share."""

from __future__ import annotations

import functools
import os
import ssl
import threading

from .._importing import importing
from .failures import environment_errors

__all__ = ["certificates"]

# One lock for each process: a fork may leave that of its parent locked for ever.
_locks: dict[int, threading.Lock] = {}


def certificates() -> ssl.SSLContext:
    """Return the context for TLS, made once per process: reading the certificates takes long.

    Raises:
        ConfigurationError: the environment names certificates that cannot be read.
    """
    with _locks.setdefault(os.getpid(), threading.Lock()), environment_errors():
        return _read_certificates()


@functools.cache
def _read_certificates() -> ssl.SSLContext:
    # Found where httpx finds them: importing it would take as long as reading them.
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if file:
        return ssl.create_default_context(cafile=file)
    if folder:
        return ssl.create_default_context(capath=folder)
    with importing:
        import certifi
    return ssl.create_default_context(cafile=certifi.where())
