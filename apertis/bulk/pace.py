"""Decides when the next attempt of a run may begin, without waiting and without a network.

A run begins with few calls at once, as the key may be wrong or the credit used up. When one is
answered, or none has been refused for a second, it goes on with all that it may have. When the
server refuses one (429, or 503 and 529 with ``Retry-After``), or fails time after time, all rows
wait as long as it asks, or twice as long each time. Then one attempt goes ahead, and the others
follow once it is answered, or has not been refused for as long as a refusal may take, at the `Rate`
that the server has taken. Calls that were under way when the pace was reduced do not reduce it
again. Where headers say how many requests are left, no more are begun before the time at which the
server says there are new ones.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Final

from apertis_client._runtime.response import REMAINING, ResponseHeaders, retry_after

from .rate import Rate

if TYPE_CHECKING:
    from .._core.retry import Outcome

__all__ = ["Blame", "Pace", "asks_to_wait"]

_OUTAGE: Final = 10  # failures after another that are no longer taken for those of single rows
_HIGHEST_WAIT: Final = 60.0
_PATIENCE: Final = 1.0  # a refusal takes no longer, nor much longer than those before
_FIRST: Final = 8  # attempts at once before the server has answered


class Blame(Enum):
    """What an attempt that failed says."""

    ROW = "its row may be the reason"
    SERVER = "the server wants a lower pace"
    KNOWN = "the same, and the pace was reduced after the attempt had begun"


class Pace:
    """The pace of a run, shared by all its rows. An attempt is known by its number.

    Args:
        concurrency: The most attempts at once.
        now: A clock, in seconds.
        wall_clock: The time, in seconds since 1970.
        requests_per_minute: The most attempts in a minute, begun at equal distances.
        tokens_per_minute: The most tokens in a minute; those of an attempt are first taken to be
            the mean so far.
        longest_wait: Seconds that a server may ask for.
        is_known_well: Whether the server has answered before.

    Attributes:
        in_flight: How many attempts are under way.
        is_answered: Whether the server has answered.
    """

    def __init__(
        self,
        concurrency: int,
        *,
        now: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
        requests_per_minute: float | None = None,
        tokens_per_minute: float | None = None,
        longest_wait: float = 120.0,
        is_known_well: bool = False,
    ) -> None:
        self.in_flight = 0
        self._rate = Rate()
        self._concurrency = concurrency
        self._now = now
        self._wall_clock = wall_clock
        self._longest_wait = longest_wait
        self._interval = 60 / requests_per_minute if requests_per_minute else 0.0
        self._seconds_per_token = 60 / tokens_per_minute if tokens_per_minute else 0.0
        self._next_request = self._next_tokens = now()
        self._answers = self._tokens = 0
        self._begun = 0
        self._begun_at: dict[int, float] = {}  # of those under way
        self._longest_refusal = 0.0
        self._failures = 0  # after another
        self._is_known_well = self.is_answered = is_known_well
        self._trusted_at = 0.0  # even if it has not answered
        self._paused_until = 0.0
        self._pauses = 0  # after another
        self._reduced_at = 0  # the last attempt that had begun when the pace was reduced
        self._refused_at = 0.0
        self._probe: int | None = None  # 0 until it begins, None where none is to go ahead
        self._probe_until = 0.0
        self._last_allowed: int | None = None  # by the headers
        self._allowed_by = 0  # the attempt whose headers they were
        self._renewed_at = 0.0

    def wait(self) -> float | None:
        """Return the seconds until an attempt may begin; None: not before another one has ended."""
        if self.in_flight >= self._concurrency:
            return None
        now = self._now()
        opens = max(self._paused_until, self._next_request, self._next_tokens, self._rate.opens)
        if self._probe:
            opens = max(opens, self._probe_until)
        if self.in_flight >= _FIRST and not self.is_answered:
            opens = max(opens, self._trusted_at)
        if self._last_allowed is not None and self._begun >= self._last_allowed:
            opens = max(opens, self._renewed_at)
        return max(opens - now, 0.0)

    def begin(self) -> int:
        """Begin an attempt, and return its number."""
        now = self._now()
        self.in_flight += 1
        self._begun += 1
        self._begun_at[self._begun] = now
        self._trusted_at = self._trusted_at or now + _PATIENCE
        if self._interval:
            self._next_request = max(self._next_request, now) + self._interval
        if self._seconds_per_token:
            self._next_tokens = max(self._next_tokens, now) + self._mean()
        if self._probe == 0:
            self._rate.slow(now, self._refused_at, self._reduced_at)
            self._probe = self._begun
            self._probe_until = now + min(0.1 + 3 * self._longest_refusal, _PATIENCE)
        elif self._probe is not None:
            self._probe = None
            self._pauses = 0
        self._rate.begin(now)
        return self._begun

    def end(self, attempt: int) -> None:
        """End an attempt, however it went."""
        self.in_flight -= 1
        self._begun_at.pop(attempt, None)
        if attempt == self._probe:  # it said nothing of the pace
            self._probe = None

    def succeed(self, attempt: int, fields: Mapping[bytes, bytes], tokens: int) -> None:
        """Learn from the headers of an answer, by lower-case name, and the tokens it used."""
        self.is_answered = True
        self._recover(attempt)
        if self._seconds_per_token:
            self._next_tokens += tokens * self._seconds_per_token - self._mean()
            self._answers += 1
            self._tokens += tokens
        if not REMAINING.isdisjoint(fields):
            texts = {n.decode("latin-1"): v.decode("latin-1") for n, v in fields.items()}
            self._read_rate_limit(attempt, _Headers(texts))

    def refuse(self, attempt: int) -> None:
        """Learn from an attempt that was refused, as another would be, by a server that is well."""
        self._trusted_at = self._now() + _PATIENCE
        self._recover(attempt)

    def fail(self, attempt: int, outcome: Outcome) -> Blame:
        """Learn from an attempt that failed in a way that another may not."""
        now = self._now()
        self._trusted_at = now + _PATIENCE
        asked = self._asked(outcome.headers)
        self._rate.refuse(attempt)
        took = now - self._begun_at.get(attempt, now)
        self._longest_refusal = max(self._longest_refusal, took)
        if not asks_to_wait(outcome):
            self._failures += 1
            if self._failures < _OUTAGE or not self._is_known_well:
                return Blame.ROW
        is_known = attempt <= self._reduced_at
        if asked is None and not is_known:
            asked = min(0.5 * 2.0 ** min(self._pauses, 10), _HIGHEST_WAIT)
        if asked is not None:
            self._paused_until = max(self._paused_until, now + asked)
        if is_known:
            return Blame.KNOWN
        self._pauses += 1
        self._reduced_at, self._refused_at = self._begun, now
        self._probe = 0
        return Blame.SERVER

    def _recover(self, attempt: int) -> None:
        """Raise the pace again."""
        self._failures = 0
        self._is_known_well = True
        if attempt > self._reduced_at:
            self._probe = None
            self._pauses = 0

    def _asked(self, headers: Mapping[str, str]) -> float | None:
        """Return the seconds that the headers of a refusal ask to wait for."""
        asked = retry_after(headers)
        if asked is None:
            _, remaining, reset = _Headers(headers).rate_limit
            if remaining == 0 and reset is not None:
                asked = reset.timestamp() - self._wall_clock()
        return min(asked, self._longest_wait) if asked is not None and asked > 0 else None

    def _mean(self) -> float:
        """Return the seconds that the tokens of an attempt are expected to take."""
        return self._tokens / max(self._answers, 1) * self._seconds_per_token

    def _read_rate_limit(self, attempt: int, headers: ResponseHeaders) -> None:
        """Learn how many requests are left; those begun since may be counted already, or not."""
        _, remaining, reset = headers.rate_limit
        if remaining is None or reset is None or attempt < self._allowed_by:
            return
        self._last_allowed = attempt + remaining
        self._allowed_by = attempt
        seconds = min(reset.timestamp() - self._wall_clock(), self._longest_wait)
        self._renewed_at = self._now() + seconds


def asks_to_wait(outcome: Outcome) -> bool:
    """Return whether the server refused an attempt because there are too many."""
    return outcome.status == 429 or (
        outcome.status in (503, 529) and retry_after(outcome.headers) is not None
    )


class _Headers(ResponseHeaders):
    """The headers of a response, of which the limits are read."""

    __slots__ = ("_headers",)

    def __init__(self, headers: Mapping[str, str]) -> None:
        self._headers = headers

    @property
    def headers(self) -> Mapping[str, str]:
        return self._headers
