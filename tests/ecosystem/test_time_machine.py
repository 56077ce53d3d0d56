"""time-machine, which sets and stops the clocks of a process."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from apertis import InternalServerError, RetryPolicy
from tests.ecosystem.calls import Caller
from tests.server import json_reply

pytestmark = pytest.mark.wire


THEN = dt.datetime(2001, 2, 3, tzinfo=dt.UTC)


@pytest.mark.parametrize("tick", [False, True], ids=["stopped", "ticking"])
def test_calls_in_another_time(caller: Caller, *, tick: bool) -> None:
    """Calls are made, also with a deadline, before, while and after the clock is another."""
    client = caller.driver.client()
    caller.serve("served", times=4)
    caller.ask(client)
    with time_machine.travel(THEN, tick=tick):
        caller.ask(client)
        caller.ask(client, deadline=20)
    caller.ask(client)

    assert len(caller.server.requests) == 4


def test_waits_are_not_stopped_by_a_stopped_clock(caller: Caller) -> None:
    """A call is repeated after a wait while the clock stands still."""
    failure = json_reply({"error": {"message": "later"}}, status=500)
    caller.server.answer(failure, failure)
    client = caller.driver.client(max_retries=RetryPolicy(1, first_wait=0.001))
    with time_machine.travel(THEN, tick=False), pytest.raises(InternalServerError):
        caller.ask(client)

    assert len(caller.server.requests) == 2
