"""The context for TLS that all connections of a process share."""

from __future__ import annotations

import functools
import os
import threading
from typing import TYPE_CHECKING

from .failures import environment_errors

if TYPE_CHECKING:
    import ssl

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
    import httpx

    return httpx.create_ssl_context()
