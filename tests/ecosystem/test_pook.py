"""pook, whose responses have None where httpx has a network stream."""

from __future__ import annotations

import pook
import pytest

from apertis import InternalServerError, RetryPolicy
from tests.ecosystem.calls import Caller

pytestmark = pytest.mark.wire


@pytest.mark.parametrize("deadline", [None, 20])
def test_mocks_answer(caller: Caller, deadline: float | None) -> None:
    """A mock answers, with or without a deadline, and nothing is sent."""
    with pook.use():
        mock = pook.post(caller.url).reply(200).header("content-type", caller.content_type)
        mock.body(caller.body("mocked"))
        text = caller.ask(caller.driver.client(), deadline=deadline)

    assert text == "mocked"
    assert caller.server.requests == []


def test_failures_are_ours(caller: Caller) -> None:
    """A status that a mock gives is raised as that of a server."""
    with pook.use():
        pook.post(caller.url).reply(500).body("broken")
        with pytest.raises(InternalServerError):
            caller.ask(caller.driver.client())

    assert caller.server.requests == []


def test_retries_are_mocked(caller: Caller) -> None:
    """Each attempt is answered by a mock; when it has ended the same client sends."""
    client = caller.driver.client(max_retries=RetryPolicy(1, first_wait=0))
    with pook.use():
        pook.post(caller.url).times(1).reply(503)
        mock = pook.post(caller.url).reply(200).header("content-type", caller.content_type)
        mock.body(caller.body("mocked"))
        assert caller.ask(client) == "mocked"
    caller.serve("served")

    assert caller.ask(client) == "served"
