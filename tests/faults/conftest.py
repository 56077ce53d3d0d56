"""Drivers without a proxy of this machine, and a server that uses TLS."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from tests.drivers import KEY, AsyncDriver, Driver, SyncDriver
from tests.faults.children import served
from tests.server import Server

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def _nothing_from_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def address(server: Server) -> str:
    """Return the base URL of the clients."""
    return server.url


@pytest.fixture(params=[SyncDriver, AsyncDriver], ids=["sync", "async"])
def driver(
    request: pytest.FixtureRequest, address: str, caplog: pytest.LogCaptureFixture
) -> Iterator[Driver]:
    """Run a test once with `Apertis` and once with `AsyncApertis`.

    Whatever the test does: no connection is left behind, and no log line shows the key.
    """
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "hpack")  # at debug it tells every header that it packs
    with request.param(address) as driver:
        yield driver
    assert KEY not in caplog.text


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """Make a private authority, which is not trusted by default."""
    return trustme.CA()


@pytest.fixture(scope="session")
def authority_file(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the certificate of the authority as a file."""
    file = tmp_path_factory.mktemp("authority") / "authority.pem"
    authority.cert_pem.write_to_path(file)
    return file


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    """Return a context for TLS that trusts the authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture(scope="session")
def tls_url(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the TLS server, with a certificate of the authority, and yield its URL."""
    file = tmp_path_factory.mktemp("server") / "certificate.pem"
    authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(file)
    with served(HERE / "tls_server.py", str(file)) as url:
        yield url
