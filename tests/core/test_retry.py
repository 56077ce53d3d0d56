"""`apertis._core.retry`: what to do after an attempt."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apertis import Outcome, RetryPolicy
from apertis_client._runtime.response import retry_after

NOW = datetime(2015, 10, 21, 7, 28, 0, tzinfo=UTC).timestamp()


def longest(max_retries: int = 2) -> RetryPolicy:
    """Return a policy that shortens no wait."""
    return RetryPolicy(max_retries, random=lambda: 0.0)


def shortest(max_retries: int = 2) -> RetryPolicy:
    """Return a policy that shortens each wait as much as it may."""
    return RetryPolicy(max_retries, random=lambda: 1.0)


def seconds_asked(headers: Mapping[str, str]) -> float | None:
    return retry_after(headers, now=lambda: NOW)


def test_statuses_that_may_pass_are_retried() -> None:
    """408, 409, 429, 500 and above are retried; every other status is final."""
    retried = [status for status in range(100, 1000) if longest().delay(0, Outcome(status))]

    assert retried == [408, 409, 429, *range(500, 1000)]


def test_a_failed_connection_is_retried() -> None:
    """An attempt whose connection failed is retried."""
    assert longest().delay(0, Outcome()) == 0.5


@pytest.mark.parametrize("status", [None, 408, 429, 500, 529])
@pytest.mark.parametrize("retries", [0, 1, 2, 5])
def test_there_are_no_more_retries_than_asked_for(status: int | None, retries: int) -> None:
    """A call is repeated at most `max_retries` times, whatever the server asks for."""
    headers = {"x-should-retry": "true", "retry-after": "1"}
    policy = longest(retries)
    waits = [policy.delay(attempt, Outcome(status, headers)) for attempt in range(retries + 3)]

    assert [wait is not None for wait in waits] == [True] * retries + [False] * 3


@pytest.mark.parametrize(
    ("status", "value", "retried"),
    [
        (400, "true", True),
        (402, "true", False),
        (404, " TRUE ", True),
        (300, "true", True),
        (500, "false", False),
        (429, "False", False),
        (408, " false", False),
        (529, "false", False),
        (500, "", True),
        (500, "no", True),
        (500, "0", True),
        (400, "1", False),
        (400, "yes", False),
        (400, "", False),
    ],
)
def test_the_server_decides_first(status: int, value: str, retried: bool) -> None:
    """``x-should-retry`` decides where it is true or false; only 402 is never retried."""
    wait = longest().delay(0, Outcome(status, {"x-should-retry": value}))

    assert retried == (wait is not None)


@pytest.mark.parametrize("status", [None, 408, 409, 429, 500, 503, 529])
@pytest.mark.parametrize(
    ("attempt", "wait"), [(0, 0.5), (1, 1.0), (2, 2.0), (3, 4.0), (4, 8.0), (5, 8.0), (50, 8.0)]
)
def test_waits_grow(attempt: int, wait: float, status: int | None) -> None:
    """Waits double from half a second to eight, shortened at random by up to a quarter."""
    assert longest(100).delay(attempt, Outcome(status)) == wait
    assert shortest(100).delay(attempt, Outcome(status)) == 0.75 * wait
    assert RetryPolicy(100, random=lambda: 0.5).delay(attempt, Outcome(status)) == 0.875 * wait


@pytest.mark.parametrize("attempt", [1000, 1024, 1100, 10**6])
def test_waits_never_overflow(attempt: int) -> None:
    """A policy that retries for ever waits as long as ever after any number of attempts."""
    assert longest(10**9).delay(attempt, Outcome()) == 8.0


@given(st.integers(0, 200))
def test_waits_at_random_stay_within_a_quarter(attempt: int) -> None:
    """Without numbers of one's own, a wait is random within its quarter."""
    full = min(0.5 * 2**attempt, 8.0)
    wait = RetryPolicy(1000).delay(attempt, Outcome(500))

    assert wait is not None
    assert 0.75 * full <= wait <= full


HEADERS: dict[str, tuple[dict[str, str], float | None]] = {
    "nothing": ({}, None),
    "milliseconds": ({"retry-after-ms": "1500"}, 1.5),
    "milliseconds with a fraction": ({"retry-after-ms": "0.5"}, 0.0005),
    "milliseconds before seconds": ({"retry-after-ms": "20", "retry-after": "3"}, 0.02),
    "no milliseconds, seconds": ({"retry-after-ms": "", "retry-after": "3"}, 3.0),
    "malformed milliseconds, seconds": ({"retry-after-ms": "soon", "retry-after": "3"}, 3.0),
    "zero milliseconds, seconds": ({"retry-after-ms": "0", "retry-after": "3"}, 3.0),
    "negative milliseconds, seconds": ({"retry-after-ms": "-5", "retry-after": "3"}, 3.0),
    "infinite milliseconds, seconds": ({"retry-after-ms": "inf", "retry-after": "3"}, 3.0),
    "seconds": ({"retry-after": "7"}, 7.0),
    "seconds with a fraction": ({"retry-after": "7.5"}, 7.5),
    "seconds with white space": ({"retry-after": " 7 "}, 7.0),
    "120 seconds": ({"retry-after": "120"}, 120.0),
    "121 seconds": ({"retry-after": "121"}, 121.0),
    "0 seconds": ({"retry-after": "0"}, 0.0),
    "IMF-fixdate": ({"retry-after": "Wed, 21 Oct 2015 07:28:30 GMT"}, 30.0),
    "RFC 850": ({"retry-after": "Wednesday, 21-Oct-15 07:28:30 GMT"}, 30.0),
    "asctime": ({"retry-after": "Wed Oct 21 07:28:30 2015"}, 30.0),
    "asctime, one digit": ({"retry-after": "Sun Nov  1 07:28:00 2015"}, 11 * 86400.0),
    "ISO 8601": ({"retry-after": "2015-10-21T07:28:30Z"}, 30.0),
    "ISO 8601 with an offset": ({"retry-after": "2015-10-21T09:28:30+02:00"}, 30.0),
    "ISO 8601 with a fraction": ({"retry-after": "2015-10-21T07:28:30.5Z"}, 30.5),
    "a date with an offset": ({"retry-after": "Wed, 21 Oct 2015 09:28:30 +0200"}, 30.0),
    "a date two minutes ahead": ({"retry-after": "Wed, 21 Oct 2015 07:30:00 GMT"}, 120.0),
    "a date in the past": ({"retry-after": "Wed, 21 Oct 2015 07:27:00 GMT"}, -60.0),
    **{
        f"{name} of {value!a}": ({name: value}, None)
        for name in ("retry-after", "retry-after-ms")
        for value in (
            "1_0",
            "1_000",
            "\u0661\u0662",
            "\uff11\uff10",
            "1e2",
            "0x10",
            "+",
            ".5",
            "5 s",
        )
    },
    "an empty value": ({"retry-after": ""}, None),
    "white space": ({"retry-after": "  "}, None),
    "a unit": ({"retry-after": "12h"}, None),
    "seconds with a unit": ({"retry-after": "5s"}, None),
    "words": ({"retry-after": "in a while"}, None),
    "words like a day": ({"retry-after": "Sunday, perhaps"}, None),
    "a day alone": ({"retry-after": "Wed, "}, None),
    "a month alone": ({"retry-after": "May "}, None),
    "no such day": ({"retry-after": "Thu, 30 Feb 2015 07:28:30 GMT"}, None),
    "no such hour": ({"retry-after": "Wed, 21 Oct 2015 27:28:30 GMT"}, None),
    "not a number": ({"retry-after": "nan"}, None),
    "infinity": ({"retry-after": "inf"}, None),
    "too large for a number": ({"retry-after": "1" + "0" * 400}, None),
    "before all time": ({"retry-after": "0001-01-01T00:00:00+23:59"}, None),
    "after all time": ({"retry-after": "9999-12-31T23:59:59-23:59"}, None),
}
EACH_HEADER = pytest.mark.parametrize(("headers", "seconds"), HEADERS.values(), ids=HEADERS.keys())


@EACH_HEADER
def test_headers_say_how_long_to_wait(headers: dict[str, str], seconds: float | None) -> None:
    """Milliseconds, then seconds, then a date in any form say how long; anything else nothing."""
    asked = seconds_asked(headers)

    if seconds is None:
        assert asked is None
    else:
        assert asked == pytest.approx(seconds)


def test_an_unknown_zone_is_no_failure() -> None:
    """A date in a zone that nobody knows says nothing, or counts as UTC; it is no warning."""
    asked = seconds_asked({"retry-after": "Wed, 21 Oct 2015 07:28:30 XYZ"})

    assert asked in (None, 30.0)


@pytest.mark.parametrize(
    ("asked", "wait"),
    [
        ("0.001", 0.001),
        ("1", 1.0),
        ("119.9", 119.9),
        ("120", 120.0),
        ("120.1", None),
        ("121", None),
        ("86400", None),
        ("0", 0.5),
        ("-1", 0.5),
        ("nonsense", 0.5),
        ("nan", 0.5),
        ("", 0.5),
    ],
)
def test_a_sane_wait_is_honoured_exactly(asked: str, wait: float | None) -> None:
    """What a server asks for is kept to if it is 0 to 120 s; longer ends it, else we decide."""
    assert longest().delay(0, Outcome(429, {"retry-after": asked})) == wait
    if wait is not None and asked not in ("0", "-1", "nonsense", "nan", ""):
        assert shortest().delay(0, Outcome(429, {"retry-after": asked})) == wait


@pytest.mark.parametrize(
    ("asked", "wait"),
    [("1", 0.001), ("1500", 1.5), ("120000", 120.0), ("120001", None), ("0", 0.5), ("x", 0.5)],
)
def test_milliseconds_are_honoured_exactly(asked: str, wait: float | None) -> None:
    """``retry-after-ms`` has the limits of ``Retry-After``."""
    assert longest().delay(0, Outcome(503, {"retry-after-ms": asked})) == wait


def test_a_date_long_past_is_no_wait() -> None:
    """A date that has passed leaves the wait to us."""
    asked = {"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}

    assert longest().delay(1, Outcome(503, asked)) == 1.0


def test_a_date_far_ahead_ends_the_retries() -> None:
    """A date beyond the longest wait means no retry at all."""
    assert longest().delay(0, Outcome(503, {"retry-after": "2999-01-01T00:00:00Z"})) is None


@given(st.text(max_size=30) | st.from_regex(r"[A-Z][a-z]{2,8},? [0-9A-Za-z:, +-]{0,30}"))
def test_no_header_makes_a_policy_raise(value: str) -> None:
    """Whatever a server writes into its headers, there is a decision and no warning."""
    headers = {"retry-after": value, "retry-after-ms": value, "x-should-retry": value}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        wait = longest().delay(0, Outcome(500, headers))

    assert wait is None or 0 < wait <= 120


def test_a_policy_says_how_it_waits() -> None:
    """The first, the highest and the longest wait can be set."""
    policy = RetryPolicy(9, first_wait=1.0, highest_wait=3.0, longest_wait=10.0, random=lambda: 0.0)

    assert [policy.delay(attempt, Outcome(500)) for attempt in range(4)] == [1.0, 2.0, 3.0, 3.0]
    assert policy.delay(0, Outcome(500, {"retry-after": "10"})) == 10.0
    assert policy.delay(0, Outcome(500, {"retry-after": "11"})) is None


def test_a_policy_can_have_rules_of_its_own() -> None:
    """A subclass decides with what it is told: the number of the attempt and its outcome."""

    class Patient(RetryPolicy):
        def delay(self, attempt: int, outcome: Outcome) -> float | None:
            if outcome.status == 402:
                return 60.0
            return super().delay(attempt, outcome)

    policy = Patient(1, random=lambda: 0.0)

    assert policy.delay(7, Outcome(402)) == 60.0
    assert policy.delay(0, Outcome(500)) == 0.5
    assert policy.delay(1, Outcome(500)) is None


def test_the_defaults_are_those_of_the_documentation() -> None:
    """Two retries, from half a second to eight, and at most 120 s for the server."""
    policy = RetryPolicy()

    assert (policy.max_retries, policy.first_wait) == (2, 0.5)
    assert (policy.highest_wait, policy.longest_wait) == (8.0, 120.0)
