"""What the tests with other people's tools share: both clients, and a server that counts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.drivers import AsyncDriver, SyncDriver, warn_of_open_sockets
from tests.ecosystem.calls import Caller
from tests.server import Server


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(params=["plain", "streamed"])
def caller(request: pytest.FixtureRequest, kind: str, server: Server) -> Iterator[Caller]:
    """Return what makes plain or streamed calls of `server`, in sync or async."""
    with (SyncDriver if kind == "sync" else AsyncDriver)(server.url) as driver:
        yield Caller(driver, server, is_streamed=request.param == "streamed")
    warn_of_open_sockets()
