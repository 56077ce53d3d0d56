"""vcrpy, which records responses in files and gives them back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import vcr
from vcr.errors import CannotOverwriteExistingCassetteException

if TYPE_CHECKING:
    from tests.ecosystem.calls import Caller

pytestmark = pytest.mark.wire


def test_recorded_calls_are_replayed(caller: Caller, tmp_path: Path) -> None:
    """A call is recorded once, and replayed without a request."""
    path = str(tmp_path / "cassette.yaml")
    caller.serve("served")
    for mode in ("once", "none"):
        with vcr.use_cassette(path, record_mode=mode) as cassette:
            assert caller.ask(caller.driver.client()) == "served"
        assert len(cassette) == 1
        assert cassette.play_count == (mode == "none")

    assert len(caller.server.requests) == 1


def test_unknown_calls_are_not_sent(caller: Caller, tmp_path: Path) -> None:
    """With the record mode "none" a call that was not recorded fails."""
    cassette = vcr.use_cassette(str(tmp_path / "cassette.yaml"), record_mode="none")
    with cassette, pytest.raises(CannotOverwriteExistingCassetteException):
        caller.ask(caller.driver.client())

    assert caller.server.requests == []


def test_recording_gives_connections_back(caller: Caller, tmp_path: Path) -> None:
    """Calls that are recorded use one connection."""
    client = caller.driver.client()
    caller.serve("served", times=2)
    with vcr.use_cassette(str(tmp_path / "cassette.yaml"), record_mode="all"):
        for _ in range(2):
            caller.ask(client)

    assert caller.server.connections == [1, 1]
