"""`apertis._core.limits`: how long a call may last, by a clock that the tests turn."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from apertis import APITimeoutError
from apertis._core.checks import Timeouts
from apertis._core.limits import TimeLimits
from apertis._core.prepare import PreparedRequest
from apertis._core.retry import RetryPolicy

PHASES = ("connect", "read", "write", "pool")


class Clock:
    """A clock that stands still until it is turned."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


def limits(
    clock: Clock,
    *,
    deadline: float | None = None,
    idle_timeout: float | None = None,
    timeout: Timeouts | None = None,
) -> TimeLimits:
    call = PreparedRequest(
        method="POST",
        url="https://host/v1",
        query={},
        headers={},
        body=None,
        timeout=timeout or Timeouts(5.0, 600.0, 600.0, 600.0),
        retry=RetryPolicy(),
        deadline=deadline,
        idle_timeout=idle_timeout,
    )
    return TimeLimits(call, clock)


def read_out(timeouts: dict[str, float | None]) -> dict[str, float | None]:
    """Return the time-outs of an attempt as httpcore asks for them, phase by phase."""
    return {phase: timeouts.get(phase) for phase in PHASES}


def test_without_a_deadline_there_is_no_end() -> None:
    """A call without a deadline may last for ever."""
    clock = Clock()
    endless = limits(clock)
    clock.time += 10**9

    assert endless.left() is None
    assert endless.allows(10**9)
    assert not endless.passed()


@pytest.mark.parametrize(
    ("passed", "left"), [(0.0, 10.0), (4.0, 6.0), (9.5, 0.5), (10.0, 0.0), (11.0, 0.0)]
)
def test_a_deadline_comes_nearer(passed: float, left: float) -> None:
    """What is left of a deadline is counted from the beginning of the call, down to 0."""
    clock = Clock()
    call = limits(clock, deadline=10.0)
    clock.time += passed

    assert call.left() == left


@pytest.mark.parametrize(
    ("wait", "allowed"), [(0.0, True), (5.9, True), (6.0, False), (6.1, False), (120.0, False)]
)
def test_a_wait_up_to_the_deadline_is_not_begun(wait: float, allowed: bool) -> None:
    """A wait is allowed where it leaves time for an attempt."""
    clock = Clock()
    call = limits(clock, deadline=10.0)
    clock.time += 4.0

    assert call.allows(wait) == allowed


def test_nothing_is_allowed_after_the_deadline() -> None:
    """When the deadline has passed, no attempt is begun, not even without a wait."""
    clock = Clock()
    call = limits(clock, deadline=10.0)
    clock.time += 10.0

    assert not call.allows(0.0)
    assert call.passed()


def test_an_attempt_has_the_time_outs_of_its_call() -> None:
    """Without a deadline an attempt has the time-outs that the call was given."""
    timeout = Timeouts(connect=1.0, read=2.0, write=3.0, pool=None)

    assert read_out(limits(Clock(), timeout=timeout).timeouts()) == timeout._asdict()
    assert dict(limits(Clock(), timeout=timeout).timeouts()) == timeout._asdict()


def test_no_phase_lasts_past_the_deadline() -> None:
    """Each phase of an attempt ends with the deadline, even one without a limit of its own."""
    clock = Clock()
    call = limits(clock, deadline=10.0, timeout=Timeouts(5.0, 600.0, None, None))

    assert read_out(call.timeouts()) == {
        "connect": 5.0,
        "read": 10.0,
        "write": 10.0,
        "pool": 10.0,
    }


def test_a_phase_has_what_is_left_when_it_begins() -> None:
    """The time-outs of an attempt shrink while it goes on."""
    clock = Clock()
    timeouts = limits(clock, deadline=10.0).timeouts()
    clock.time += 7.0

    assert read_out(timeouts) == dict.fromkeys(PHASES, 3.0)
    assert {phase: timeouts[phase] for phase in PHASES} == dict.fromkeys(PHASES, 3.0)
    clock.time += 7.0
    assert timeouts["read"] == 0.0


def test_silence_counts_from_when_an_event_is_awaited() -> None:
    """What the reader of a stream does between events is not silence of the server."""
    clock = Clock()
    call = limits(clock, idle_timeout=3.0)
    timeouts = call.timeouts()
    assert call.silence_left() is None  # nothing is awaited yet

    call.event_awaited()
    clock.time += 1.0
    assert call.silence_left() == 2.0
    assert timeouts.get("read") == 2.0
    assert not call.passed()

    clock.time += 100.0  # the reader is busy
    call.event_awaited()
    assert call.silence_left() == 3.0
    clock.time += 3.0
    assert call.silence_left() == 0.0
    assert call.passed()


def test_silence_is_for_reading_alone() -> None:
    """The silence of a stream bounds no other phase."""
    clock = Clock()
    call = limits(clock, idle_timeout=3.0)
    timeouts = call.timeouts()
    call.event_awaited()

    assert read_out(timeouts) == {"connect": 5.0, "read": 3.0, "write": 600.0, "pool": 600.0}


def test_an_attempt_begins_with_fresh_silence() -> None:
    """The silence that ended one attempt is not that of the next."""
    clock = Clock()
    call = limits(clock, idle_timeout=3.0)
    call.event_awaited()
    clock.time += 3.0
    assert call.passed()

    assert call.timeouts().get("read") == 600.0
    assert call.silence_left() is None
    assert not call.passed()


def test_the_headers_of_a_stream_may_take_as_long_as_any() -> None:
    """Before the first event is awaited, the silence allowed is that of the time-out."""
    assert read_out(limits(Clock(), idle_timeout=3.0).timeouts())["read"] == 600.0


@pytest.mark.parametrize(
    ("deadline", "idle", "left"), [(10.0, 3.0, 3.0), (2.0, 3.0, 2.0), (2.0, None, 2.0)]
)
def test_the_nearer_limit_counts(deadline: float, idle: float | None, left: float) -> None:
    """Of deadline and silence the one that ends first counts."""
    clock = Clock()
    call = limits(clock, deadline=deadline, idle_timeout=idle)
    call.event_awaited()

    assert call.silence_left() == left


def test_a_time_out_of_silence_counts_between_pieces_too() -> None:
    """Without a limit for events, reading waits as long as the time-out says."""
    clock = Clock()
    call = limits(clock, timeout=Timeouts(7.0, 7.0, 7.0, 7.0))
    timeouts = call.timeouts()
    call.event_awaited()
    clock.time += 100.0

    assert call.silence_left() is None
    assert timeouts.get("read") == 7.0
    assert not call.passed()


REQUEST = httpx.Request("POST", "https://host/v1")


@pytest.mark.parametrize(
    ("cause", "phase", "seconds", "message"),
    [
        (
            httpx.ConnectTimeout("x"),
            "connect",
            1.0,
            "timed out after 1 seconds: could not connect to the server",
        ),
        (
            httpx.ReadTimeout("x"),
            "read",
            2.5,
            "timed out after 2.5 seconds: the server sent nothing",
        ),
        (
            httpx.WriteTimeout("x"),
            "write",
            3.0,
            "timed out after 3 seconds: the request could not be sent",
        ),
        (
            httpx.PoolTimeout("x"),
            "pool",
            None,
            "timed out: no connection in the pool was free",
        ),
        (TimeoutError(), "read", 2.5, "timed out after 2.5 seconds: the server sent nothing"),
    ],
)
def test_a_time_out_says_which_and_after_how_long(
    cause: Exception, phase: str, seconds: float | None, message: str
) -> None:
    """Connecting, reading, writing and waiting for a connection are told apart."""
    timeout = Timeouts(connect=1.0, read=2.5, write=3.0, pool=None)
    error = limits(Clock(), timeout=timeout).error(cause, REQUEST)

    assert isinstance(error, APITimeoutError)
    assert (error.phase, error.seconds, str(error)) == (phase, seconds, message)
    assert error.request is REQUEST


@pytest.mark.parametrize(
    "cause",
    [TimeoutError(), httpx.ReadTimeout(""), httpx.ConnectTimeout(""), httpx.PoolTimeout("")],
    ids=lambda cause: type(cause).__name__,
)
def test_after_the_deadline_it_is_the_deadline(cause: Exception) -> None:
    """Whatever was going on when the deadline came, it is the deadline that was passed."""
    clock = Clock()
    call = limits(clock, deadline=10.0, idle_timeout=1.0)
    call.event_awaited()
    clock.time += 10.0
    error = call.error(cause, None)

    assert (error.phase, error.seconds) == ("deadline", 10.0)
    assert str(error) == "the call did not finish within its deadline of 10 seconds"


@pytest.mark.parametrize("cause", [TimeoutError(), httpx.ReadTimeout("")], ids=repr)
def test_a_silent_stream_says_so(cause: Exception) -> None:
    """The silence of a stream is told from that before it began."""
    clock = Clock()
    call = limits(clock, deadline=10.0, idle_timeout=1.5)
    assert call.error(cause, None).phase == "read"

    call.event_awaited()
    clock.time += 1.5
    error = call.error(cause, None)

    assert (error.phase, error.seconds) == ("idle", 1.5)
    assert str(error) == "the stream was silent for 1.5 seconds"


def test_a_phase_that_was_cut_short_by_the_deadline_is_the_deadline() -> None:
    """A read that had less time than its time-out, because of the deadline, says so."""
    clock = Clock()
    call = limits(clock, deadline=2.0, timeout=Timeouts(60.0, 60.0, 60.0, 60.0))
    timeouts: Any = call.timeouts()
    clock.time += timeouts["read"]

    assert call.error(httpx.ReadTimeout(""), None).phase == "deadline"
