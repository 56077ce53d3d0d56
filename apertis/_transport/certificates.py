"""The context for TLS that all connections of a process share."""

from __future__ import annotations

import functools
import os
import ssl

from .._importing import importing
from .failures import environment_errors

__all__ = ["certificates"]


def certificates() -> ssl.SSLContext:
    """Return the context for TLS, made once per process: reading the certificates takes long.

    Raises:
        ConfigurationError: the environment names certificates that cannot be read.
    """
    with importing, environment_errors():  # to find them, certifi imports modules
        return _read_certificates()


@functools.cache
def _read_certificates() -> ssl.SSLContext:
    # Found where httpx finds them: importing it would take as long as reading them.
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if folder and not file:
        return ssl.create_default_context(capath=folder)
    if not file:
        with importing:
            import certifi
        file = certifi.where()
    with open(file, encoding="ascii", errors="ignore") as stream:  # noqa: PTH123  pathlib is slow to import
        text = stream.read()
    certificates = text.count("-----BEGIN CERTIFICATE-----")
    if not certificates or text.count("-----BEGIN ") > certificates:
        return ssl.create_default_context(cafile=file)
    # OpenSSL 3 takes half as long again for the same certificates where it reads the file itself.
    return ssl.create_default_context(cadata=text)
