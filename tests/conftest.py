"""What tests of all kinds share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.server import Server


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("APERTIS_"):
            monkeypatch.delenv(name)


@pytest.fixture
def server() -> Iterator[Server]:
    """Listen for the time of a test, which fails where a request broke the spec."""
    with Server() as server:
        yield server
    assert not server.problems, "\n".join(server.problems)
