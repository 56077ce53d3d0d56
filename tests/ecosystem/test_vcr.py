"""vcrpy, which records responses in files and gives them back."""

from __future__ import annotations

from pathlib import Path

import pytest
import vcr
from vcr.errors import CannotOverwriteExistingCassetteException

from apertis import RetryPolicy
from tests.ecosystem.calls import Caller
from tests.server import json_reply

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


def test_each_attempt_is_recorded(caller: Caller, tmp_path: Path) -> None:
    """A retry is recorded and replayed as the requests that it took."""
    path = str(tmp_path / "cassette.yaml")
    client = caller.driver.client(max_retries=RetryPolicy(1, first_wait=0))
    caller.server.answer(json_reply({"error": {"message": "later"}}, status=503))
    caller.serve("served")
    for mode in ("once", "none"):
        with vcr.use_cassette(path, record_mode=mode) as cassette:
            assert caller.ask(client) == "served"
        assert len(cassette) == 2

    assert cassette.play_count == len(caller.server.requests) == 2


@pytest.mark.parametrize("caller", ["streamed"], indirect=True)
def test_a_stream_that_is_left_is_recorded_whole(caller: Caller, tmp_path: Path) -> None:
    """What was not read of a stream is replayed as well."""
    path = str(tmp_path / "cassette.yaml")
    caller.serve("served")
    with vcr.use_cassette(path):
        stream = caller.driver.create(caller.driver.client(), stream=True)
        caller.driver.next(stream)
        caller.driver.close(stream)
    with vcr.use_cassette(path, record_mode="none"):
        assert caller.ask(caller.driver.client()) == "served"

    assert len(caller.server.requests) == 1
