"""The two worlds."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator

import pytest

from tests.server import PATIENCE, Server, event, event_stream
from tests.wire.worlds import KEY, AiohttpWorld, AsyncWorld, SyncWorld, World


@pytest.fixture(autouse=True, scope="session")
def _warm() -> Iterator[None]:
    """Load all there is before the first test, so that none has to wait for it."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        _leave_proxies_out(monkeypatch)
        for world_class in (SyncWorld, AsyncWorld, AiohttpWorld):
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


# Tests whose subject is not there over aiohttp, and what is different of it.
_NOT_OVER_AIOHTTP = {
    "test_a_body_that_breaks": "aiohttp closes the socket in a later turn of the loop",
    "test_client_that_is_closed_while": "an HTTP client that is given is not closed",
    "test_client_that_never_called_anybody": "an HTTP client that is given is not closed",
    "test_a_client_whose_views_were_used": "a client that is given one is not copied",
    "test_closing_closes_the_connections": "an HTTP client that is given is not closed",
    "test_connection_that_the_server_closed": "told while the loop runs, which it does not here",
    "test_copied_client_has_its_own_connections": "a client that is given one is not copied",
    "test_key_in_an_answer_that_cannot_be_read": "aiohttp may not ask again where a redirect leads",
    "test_model_id_in_the_path": "aiohttp writes a colon as it is, which means the same",
    "test_every_operation_is_repeated": "aiohttp repeats a GET whose old connection was closed",
}


@pytest.fixture(params=[SyncWorld, AsyncWorld, AiohttpWorld], ids=["sync", "async", "aiohttp"])
def world(
    request: pytest.FixtureRequest, server: Server, caplog: pytest.LogCaptureFixture
) -> Iterator[World]:
    """Run a test once with `Apertis`, once with `AsyncApertis`, and with that over aiohttp.

    Whatever the test does: no connection is left behind, and no log line shows the key.
    """
    if request.param is AiohttpWorld:
        for test, reason in _NOT_OVER_AIOHTTP.items():
            if request.node.name.startswith(test):
                pytest.skip(reason)
    caplog.set_level(logging.DEBUG)
    with request.param(server.url) as world:
        yield world
    gc.collect()  # whoever leaves a socket behind is told now
    gc.freeze()
    assert KEY not in caplog.text
