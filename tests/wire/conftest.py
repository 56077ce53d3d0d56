"""The two worlds."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator

import pytest

from tests.server import PATIENCE, Server, event, event_stream
from tests.wire.worlds import KEY, AsyncWorld, SyncWorld, World


@pytest.fixture(autouse=True, scope="session")
def _warm() -> Iterator[None]:
    """Load all there is before the first test, so that none has to wait for it."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        _leave_proxies_out(monkeypatch)
        for world_class in (SyncWorld, AsyncWorld):
            with Server() as server, world_class(server.url) as world:
                server.answer(event_stream(event(b"[DONE]")))
                world.all(world.create(world.client(), stream=True, deadline=PATIENCE))
    gc.collect()
    gc.freeze()  # what is there by now needs no look after each test
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    _leave_proxies_out(monkeypatch)


def _leave_proxies_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(params=[SyncWorld, AsyncWorld], ids=["sync", "async"])
def world(
    request: pytest.FixtureRequest, server: Server, caplog: pytest.LogCaptureFixture
) -> Iterator[World]:
    """Run a test once with `Apertis` and once with `AsyncApertis`.

    Whatever the test does: no connection is left behind, and no log line shows the key.
    """
    caplog.set_level(logging.DEBUG)
    with request.param(server.url) as world:
        yield world
    gc.collect()  # whoever leaves a socket behind is told now
    gc.freeze()
    assert KEY not in caplog.text
