"""`apertis.bulk.pace`, with a clock that moves when a test says so."""

from __future__ import annotations

from typing import Any

import pytest

from apertis import Outcome
from apertis.bulk.pace import Blame, Pace

REFUSED = Outcome(429, {"retry-after": "5"})
BUSY = Outcome(429)
BROKEN = Outcome(500)


class Clock:
    """A clock, which is also the time since 1970."""

    time = 1_800_000_000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


def make(clock: Clock, concurrency: int = 8, **limits: Any) -> Pace:
    return Pace(concurrency, now=clock, wall_clock=clock, **limits)


def begin(pace: Pace) -> list[int]:
    """Begin all the attempts that may begin now."""
    begun: list[int] = []
    while pace.wait() == 0:
        begun.append(pace.begin())
    return begun


def fail(pace: Pace, attempt: int, outcome: Outcome) -> Blame:
    blame = pace.fail(attempt, outcome)
    pace.end(attempt)
    return blame


def succeed(pace: Pace, attempt: int, tokens: int = 0, **headers: str) -> None:
    fields = {n.replace("_", "-").encode(): v.encode() for n, v in headers.items()}
    pace.succeed(attempt, fields, tokens)
    pace.end(attempt)


def test_all_calls_begin_at_once(clock: Clock) -> None:
    """As many attempts begin as there may be; the next one when another has ended."""
    pace = make(clock, 3)

    assert begin(pace) == [1, 2, 3]
    assert pace.wait() is None
    succeed(pace, 2)
    assert begin(pace) == [4]


def test_a_run_begins_with_few_calls(clock: Clock) -> None:
    """Until one is answered, or none has been refused for a second, as after a wrong key."""
    pace = make(clock, 200)
    assert begin(pace) == list(range(1, 9))

    clock.time += 0.5
    pace.refuse(1)
    pace.end(1)
    assert begin(pace) == [9]
    assert pace.wait() == 1
    clock.time += 1
    assert len(begin(pace)) == 192

    pace = make(clock, 200)
    succeed(pace, begin(pace)[0])
    assert len(begin(pace)) == 193
    assert len(begin(make(clock, 200, is_known_well=True))) == 200


def test_one_refusal_holds_all_rows(clock: Clock) -> None:
    """After a 429 nobody begins before the server's time is over, and then one goes ahead."""
    pace = make(clock)
    begun = begin(pace)

    assert fail(pace, begun[0], REFUSED) is Blame.SERVER
    assert [fail(pace, attempt, REFUSED) for attempt in begun[1:]] == [Blame.KNOWN] * 7

    assert pace.wait() == 5
    clock.time += 5
    probe = begin(pace)
    assert len(probe) == 1
    succeed(pace, probe[0])
    assert len(begin(pace)) == 8


@pytest.mark.parametrize("hint", [{}, {"retry-after": "1"}])
@pytest.mark.parametrize(
    ("seconds", "rate", "burst"),
    [(3, 20, 20), (1, 10, 10), (0.2, 40, 40), (1, 50, 5), (5, 8, 100), (30, 4, 4)],
)
def test_a_server_is_asked_as_fast_as_it_allows(
    clock: Clock, seconds: float, rate: float, burst: float, hint: dict[str, str]
) -> None:
    """By one with a bucket of tokens, whether it says when to go on or not; few are refused."""
    pace = make(clock, 200)
    tokens, answered, refused = burst, 0, 0
    ends: list[tuple[float, int]] = []
    begin_at = clock.time
    while clock.time < begin_at + 300:
        clock.time += 0.01
        tokens = min(tokens + rate * 0.01, burst)
        while ends and ends[0][0] <= clock.time:
            succeed(pace, ends.pop(0)[1])
            answered += 1
        for attempt in begin(pace):
            if tokens >= 1:
                tokens -= 1
                ends.append((clock.time + seconds, attempt))
            else:
                refused += 1
                fail(pace, attempt, Outcome(429, hint))

    possible = burst + rate * (300 - seconds)
    assert answered >= 0.8 * possible
    assert refused <= 200 + 0.05 * possible


def test_calls_at_once_may_be_what_is_limited(clock: Clock) -> None:
    """A server that takes ten at once has about ten."""
    pace = make(clock, 200)
    answered, refused = 0, 0
    ends: list[tuple[float, int]] = []
    begin_at = clock.time
    while clock.time < begin_at + 300:
        clock.time += 0.01
        while ends and ends[0][0] <= clock.time:
            succeed(pace, ends.pop(0)[1])
            answered += 1
        for attempt in begin(pace):
            if len(ends) < 10:
                ends.append((clock.time + 2, attempt))
            else:
                refused += 1
                fail(pace, attempt, BUSY)

    assert answered >= 0.7 * 10 * 300 / 2
    assert refused <= 300


def test_others_follow_one_that_is_not_refused_for_a_while(clock: Clock) -> None:
    """A probe that takes long does not hold up the others."""
    pace = make(clock)
    begun = begin(pace)
    clock.time += 0.1
    for attempt in begun:
        fail(pace, attempt, REFUSED)
    clock.time += 5
    assert len(begin(pace)) == 1

    assert pace.wait() == pytest.approx(0.4)  # by what a refusal took
    clock.time += 0.41
    assert len(begin(pace)) == 7


def test_without_a_time_waits_double(clock: Clock) -> None:
    """Each refusal after another doubles the wait, up to a minute; an answer ends that."""
    pace = make(clock, 1)
    waits: list[float | None] = []
    for _ in range(10):
        [attempt] = begin(pace)
        fail(pace, attempt, BUSY)
        waits.append(wait := pace.wait())
        clock.time += wait or 0
    assert waits == [0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60]

    [attempt] = begin(pace)
    succeed(pace, attempt)
    [attempt] = begin(pace)
    fail(pace, attempt, BUSY)
    assert pace.wait() == 0.5


def test_failures_of_rows_leave_the_pace_alone(clock: Clock) -> None:
    """A 500 now and then is taken for the fault of its row."""
    pace = make(clock, 2)
    for _ in range(50):
        first, second = begin(pace)
        assert fail(pace, first, BROKEN) is Blame.ROW
        succeed(pace, second)

    assert pace.wait() == 0


@pytest.mark.parametrize("outcome", [BROKEN, Outcome(None), Outcome(503)])
def test_failures_one_after_another_are_an_outage(clock: Clock, outcome: Outcome) -> None:
    """Where nothing succeeds for ten attempts, all rows wait, and one goes ahead."""
    pace = make(clock, 12)
    succeed(pace, pace.begin())
    blames = [fail(pace, attempt, outcome) for attempt in begin(pace)]

    assert blames == [Blame.ROW] * 9 + [Blame.SERVER] + [Blame.KNOWN] * 2
    assert pace.wait() == 0.5
    clock.time += 0.5
    assert len(begin(pace)) == 1


def test_a_server_that_was_never_there_has_no_outage(clock: Clock) -> None:
    """Rows fail then, which stops the run."""
    pace = make(clock, 30)

    assert {fail(pace, attempt, Outcome(None)) for attempt in begin(pace)} == {Blame.ROW}
    assert pace.wait() == 0


def test_an_overloaded_server_that_says_when_is_not_waited_out_by_ten(clock: Clock) -> None:
    """A 503 with ``Retry-After`` is a refusal like a 429."""
    pace = make(clock, 1)

    assert fail(pace, begin(pace)[0], Outcome(503, {"retry-after": "3"})) is Blame.SERVER
    assert pace.wait() == 3


def test_a_refusal_may_say_by_the_limits_when_to_go_on(clock: Clock) -> None:
    """Without ``Retry-After``, the time at which there are new requests counts."""
    pace = make(clock, 1)
    headers = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(clock.time) + 7)}

    fail(pace, begin(pace)[0], Outcome(429, headers))

    assert pace.wait() == 7


@pytest.mark.parametrize(
    "name",
    [
        *("x_ratelimit_{}", "x_ratelimit_{}_requests", "ratelimit_{}"),
        "anthropic_ratelimit_requests_{}",
    ],
)
def test_what_headers_leave_is_not_exceeded(clock: Clock, name: str) -> None:
    """No more attempts begin than the server has left, counted from the one that it told."""
    pace = make(clock, 4)
    begun = begin(pace)
    reset = str(int(clock.time) + 30)
    succeed(pace, begun[0], 0, **{name.format("remaining"): "5", name.format("reset"): reset})

    assert begin(pace) == [5]
    succeed(pace, begun[1])
    assert begin(pace) == [6]
    succeed(pace, begun[2])
    assert pace.wait() == 30
    clock.time += 30
    assert begin(pace) == [7]


def test_the_newest_headers_count(clock: Clock) -> None:
    """What an attempt begun later was told replaces what an earlier one was told."""
    pace = make(clock, 3)
    first, second, _ = begin(pace)
    reset = str(int(clock.time) + 30)
    succeed(pace, second, x_ratelimit_remaining="100", x_ratelimit_reset=reset)
    succeed(pace, first, x_ratelimit_remaining="0", x_ratelimit_reset=reset)

    assert begin(pace) == [4, 5]


def test_requests_per_minute_are_begun_at_equal_distances(clock: Clock) -> None:
    """With 120 a minute, one begins each half second."""
    pace = make(clock, 100, requests_per_minute=120)
    for _ in range(10):
        assert len(begin(pace)) == 1
        assert pace.wait() == pytest.approx(0.5)
        clock.time += 0.51


def test_tokens_per_minute_are_kept(clock: Clock) -> None:
    """Over a while, the tokens of all attempts stay within the limit."""
    pace = make(clock, 10, tokens_per_minute=6000)
    used = 0
    start = clock.time
    for _ in range(200):
        attempts = begin(pace)
        clock.time += 0.1
        for attempt in attempts:
            succeed(pace, attempt, tokens=50)
            used += 50

    assert used <= 6000 * (clock.time - start) / 60 + 10 * 50
    assert used >= 0.9 * 6000 * (clock.time - start) / 60


def test_a_server_is_not_waited_for_longer_than_two_minutes(clock: Clock) -> None:
    """Whatever headers ask for, the pause is at most `longest_wait`."""
    pace = make(clock, 1)

    fail(pace, begin(pace)[0], Outcome(429, {"retry-after": "86400"}))

    assert pace.wait() == 120
