"""Decides whether to repeat a failed attempt, without a clock and without a network."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import NamedTuple

from apertis_client._runtime.response import retry_after

from .checks import check_count, check_seconds

__all__ = ["Outcome", "RetryPolicy", "retry_after"]


class Outcome(NamedTuple):
    """How an attempt failed: with a status and headers, or without a response (status None)."""

    status: int | None = None
    headers: Mapping[str, str] = {}


def _random_fraction() -> float:
    # Loading the module `random` takes more of a program's start.
    return int.from_bytes(os.urandom(4)) / 2**32


class RetryPolicy:
    """When a failed attempt is repeated, and after how long.

    Retried, at most `max_retries` times, are the statuses 408, 409, 429, 500 and above, and
    attempts whose connection failed; ``x-should-retry: true`` or ``false`` in an answer decides
    first, but 402 is never repeated. The wait is what the server asks for in ``retry-after-ms`` or
    ``Retry-After`` (RFC 9110, 10.2.3) where that is more than 0 and at most `longest_wait`; if it
    asks for more, there is no retry. Otherwise it is ``min(first_wait * 2**attempt,
    highest_wait)``, shortened by up to a quarter at random. Subclass it and override `delay` for
    rules of your own.

    Args:
        max_retries: Attempts after the first; 0 or more.
        first_wait: Seconds before the first retry.
        highest_wait: Seconds that the growing wait never exceeds.
        longest_wait: Seconds that a server may ask for.
        random: Gives numbers from 0 to 1.

    Raises:
        TypeError: an argument is not a number, or `random` is not a function.
        ValueError: `max_retries` is less than 0, or a number of seconds is less than 0 or more than
            a clock can count.
    """

    def __init__(
        self,
        max_retries: int = 2,
        *,
        first_wait: float = 0.5,
        highest_wait: float = 8.0,
        longest_wait: float = 120.0,
        random: Callable[[], float] = _random_fraction,
    ) -> None:
        check_count("max_retries", max_retries, least=0)
        check_seconds("first_wait", first_wait, least=0)
        check_seconds("highest_wait", highest_wait, least=0)
        check_seconds("longest_wait", longest_wait, least=0)
        if not callable(random):
            raise TypeError(f"random must be a function, not {type(random).__name__}")
        self.max_retries = max_retries
        self.first_wait = first_wait
        self.highest_wait = highest_wait
        self.longest_wait = longest_wait
        self._random = random

    @staticmethod
    def of(max_retries: object) -> RetryPolicy:
        """Return the policy that `max_retries` means: a number of retries, or a policy itself."""
        if isinstance(max_retries, RetryPolicy):
            return max_retries
        kind = "a whole number or a RetryPolicy"
        return RetryPolicy(check_count("max_retries", max_retries, least=0, kind=kind))

    def __repr__(self) -> str:
        shown = ("max_retries", "first_wait", "highest_wait", "longest_wait")
        numbers = ", ".join(f"{name}={getattr(self, name, None)!r}" for name in shown)
        return f"{type(self).__name__}({numbers})"

    def delay(self, attempt: int, outcome: Outcome) -> float | None:
        """Return the seconds to wait before the next attempt, or None to stop here.

        Args:
            attempt: The attempt that failed, counted from 0.
            outcome: How it failed.
        """
        if attempt >= self.max_retries or not self._retryable(outcome):
            return None
        asked = retry_after(outcome.headers)
        if asked is None or asked <= 0:
            wait = min(self.first_wait * 2.0 ** min(attempt, 60), self.highest_wait)
            return wait * (1 - 0.25 * self._random())
        return asked if asked <= self.longest_wait else None

    @staticmethod
    def _retryable(outcome: Outcome) -> bool:
        if outcome.status is None:
            return True
        if outcome.status == 402:  # repeating cannot help while the balance is used up
            return False
        asked = outcome.headers.get("x-should-retry", "").strip().lower()
        if asked in ("true", "false"):
            return asked == "true"
        return outcome.status in (408, 409, 429) or outcome.status >= 500
