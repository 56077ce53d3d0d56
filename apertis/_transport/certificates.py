"""The context for TLS that all connections of a process share."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from apertis_client._runtime.importing import importing

from .failures import environment_errors

if TYPE_CHECKING:
    import ssl

__all__ = ["certificates"]


def certificates() -> ssl.SSLContext:
    """Return the context for TLS, made once per process: reading the certificates takes long.

    Raises:
        ConfigurationError: the environment names certificates that cannot be read.
    """
    with importing, environment_errors():  # they are read with modules that are imported then
        return _read_certificates()


@functools.cache
def _read_certificates() -> ssl.SSLContext:
    import httpx

    return httpx.create_ssl_context()
