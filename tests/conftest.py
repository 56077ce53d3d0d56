"""What tests of all kinds share; the markers are described in pyproject.toml."""

from __future__ import annotations

import gc
import logging
import os
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from apertis_client._runtime import json_text
from tests.drivers import (
    KEY,
    AsyncDriver,
    AsyncHTTPXDriver,
    Driver,
    HTTPXDriver,
    SyncDriver,
    warn_of_open_sockets,
)
from tests.server import DONE, PATIENCE, Server, event, event_stream

DRIVERS = (SyncDriver, AsyncDriver, HTTPXDriver, AsyncHTTPXDriver)

# Not by the clock of a machine that may be busy.
settings.register_profile(
    "tests", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.load_profile("tests")

# A shell has what runs in its background ignore Ctrl-C, and commands that tests start inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("APERTIS_"):
            monkeypatch.delenv(name)
    leave_proxies_out(monkeypatch)


def leave_proxies_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget the proxies of this machine."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    """Listen for the time of a test, which fails where a request broke the spec."""
    with Server() as server:
        yield server
    assert not server.problems, "\n".join(server.problems)


@pytest.fixture(scope="session")
def _warm() -> Iterator[None]:
    """Load everything before the first test that needs a client, so that none waits for it."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        leave_proxies_out(monkeypatch)
        for driver_class in DRIVERS:
            with Server() as server, driver_class(server.url) as driver:
                server.answer(event_stream(event({"choices": [{"finish_reason": "stop"}]}), DONE))
                driver.all(driver.create(driver.client(), stream=True, deadline=PATIENCE))
    yield
    gc.unfreeze()


@pytest.fixture(params=DRIVERS, ids=["sync", "async", "httpx", "async-httpx"])
def driver(
    request: pytest.FixtureRequest,
    server: Server,
    caplog: pytest.LogCaptureFixture,
    _warm: None,
) -> Iterator[Driver]:
    """Run a test with `Apertis` and `AsyncApertis`, over our connections and over httpx.

    Whatever the test does: no connection is left open, and no log line shows the key.
    """
    caplog.set_level(logging.DEBUG)
    with request.param(server.url) as driver:
        yield driver
    warn_of_open_sockets()
    assert KEY not in caplog.text


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out over httpx what is marked `not_over_httpx`."""

    def is_left_out(item: pytest.Item) -> bool:
        parameters: Any = getattr(getattr(item, "callspec", None), "params", {})
        is_over_httpx = parameters.get("driver") in (HTTPXDriver, AsyncHTTPXDriver)
        return is_over_httpx and item.get_closest_marker("not_over_httpx") is not None

    items[:] = [item for item in items if not is_left_out(item)]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the modules marked `each_json_library` once with and once without `orjson`."""
    if metafunc.definition.get_closest_marker("each_json_library"):
        if "json_by" not in metafunc.fixturenames:
            metafunc.fixturenames.append("json_by")
        metafunc.parametrize("json_by", ["json", "orjson"], indirect=True, scope="module")


@pytest.fixture(scope="module")
def json_by(request: pytest.FixtureRequest) -> Iterator[str]:
    """Have JSON read and written by the module of that name."""
    module = pytest.importorskip("orjson") if request.param == "orjson" else None
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(json_text, "orjson", module)
        yield request.param
