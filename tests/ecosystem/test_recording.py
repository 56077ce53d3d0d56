"""pytest-recording, which has tests replay what vcrpy has recorded, or blocks the network."""

from __future__ import annotations

from pathlib import Path

import pytest
import vcr
from vcr.errors import CannotOverwriteExistingCassetteException

from tests.ecosystem.calls import Caller

pytestmark = pytest.mark.wire


@pytest.fixture
def vcr_cassette_dir(request: pytest.FixtureRequest, caller: Caller, tmp_path: Path) -> str:
    """Return where pytest-recording looks; a test that is marked finds an answer there."""
    if request.node.get_closest_marker("vcr"):
        caller.serve("served")
        with vcr.use_cassette(str(tmp_path / "recorded.yaml")):
            caller.ask(caller.driver.client())
    return str(tmp_path)


@pytest.mark.vcr("recorded.yaml")
def test_marked_tests_are_given_what_was_recorded(caller: Caller) -> None:
    """A test that is marked is given the answer, once, and sends nothing."""
    client = caller.driver.client()
    assert caller.ask(client) == "served"
    with pytest.raises(CannotOverwriteExistingCassetteException):
        caller.ask(client)

    assert len(caller.server.requests) == 1


# `socket.create_connection` closes its socket after an `OSError` only.
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
@pytest.mark.block_network
def test_the_network_can_be_blocked(caller: Caller) -> None:
    """A test whose network is blocked sends nothing."""
    with pytest.raises(RuntimeError, match="Network is disabled"):
        caller.ask(caller.driver.client())

    assert caller.server.requests == []
