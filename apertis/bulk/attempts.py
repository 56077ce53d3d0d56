"""Sends the calls of a run: each attempt waits for the pace of the run, and tells how it ended.

Retries are those of every call, by `Engine.send`. This adds what a run knows: an attempt that fails
because the server wants a lower pace is not counted against its row, and all retries together are
limited by a budget.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from .._core.engine import Engine
from .._core.retry import Outcome, RetryPolicy
from .._errors.tree import ApertisError
from .pace import Blame, Pace, asks_to_wait

if TYPE_CHECKING:
    from .._core.limits import TimeLimits
    from .._core.open_response import OpenResponse
    from .._core.prepare import PreparedRequest

__all__ = ["Gate", "GateClosedError", "PacedEngine", "RetryBudget"]

_RETRY: Final = 5  # what a retry takes from the budget
_MOST_EXCUSED: Final = 25


class RetryBudget:
    """The retries that a run has left, after the pattern of botocore's standard retry mode.

    A retry takes 5 of 500. A call that succeeds after retries gives back what its last one took,
    and one that succeeds at once gives 1.
    """

    def __init__(self, capacity: int = 500) -> None:
        self._capacity = self.left = capacity

    def take(self) -> bool:
        """Take a retry; return whether there was one left."""
        if self.left < _RETRY:
            return False
        self.left -= _RETRY
        return True

    def give(self, *, retried: bool) -> None:
        """Give back what the success of a call is worth."""
        self.left = min(self.left + (_RETRY if retried else 1), self._capacity)


class GateClosedError(ApertisError):
    """An attempt was not begun, as the run stops."""


class Gate:
    """Lets attempts begin when the pace allows it, in the order in which they come."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self._turn = asyncio.Lock()
        self._changed = asyncio.Event()
        self._is_closed = False

    async def enter(self) -> int:
        """Wait, begin an attempt and return its number.

        Raises:
            GateClosedError: no more attempts are begun.
        """
        if not (self._turn.locked() or self._is_closed or self.pace.wait() != 0):
            return self.pace.begin()
        async with self._turn:
            while not self._is_closed and (seconds := self.pace.wait()) != 0:
                self._changed.clear()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(seconds):
                        await self._changed.wait()
            if self._is_closed:
                raise GateClosedError("the run stops")
            return self.pace.begin()

    def leave(self, attempt: int) -> None:
        """End an attempt."""
        self.pace.end(attempt)
        self._changed.set()

    def close(self) -> None:
        """Begin no more attempts."""
        self._is_closed = True
        self._changed.set()


class PacedEngine(Engine):
    """Sends one call of a run after another.

    Attributes:
        attempts: How many attempts the call has had.
        stops_run: Whether the call failed because the server refuses any, and goes on to.
    """

    def __init__(self, engine: Engine, gate: Gate, budget: RetryBudget) -> None:
        self._policy = engine.settings.max_retries
        settings = engine.settings._replace(max_retries=_RunRetries(self))
        super().__init__(settings, engine.backend)
        self._gate = gate
        self._budget = budget
        self._attempt_number: int | None = None
        self.begin()

    def begin(self) -> None:
        """Forget the call before."""
        self.attempts = self._excused = 0
        self.stops_run = False

    def succeed(self, fields: Mapping[bytes, bytes], tokens: int) -> None:
        """Tell the pace and the budget that the call has an answer, with its headers."""
        if self._attempt_number is not None:
            self._gate.pace.succeed(self._attempt_number, fields, tokens)
        self._budget.give(retried=self.attempts > 1)

    def leave(self) -> None:
        """End the attempt that is under way, if one is."""
        if self._attempt_number is not None:
            self._gate.leave(self._attempt_number)
            self._attempt_number = None

    async def _attempt(
        self, prepared: PreparedRequest, number: int, limits: TimeLimits
    ) -> OpenResponse:
        self.attempts = number + 1
        self._attempt_number = await self._gate.enter()
        return await super()._attempt(prepared, number, limits)

    def retry_wait(self, attempt: int, outcome: Outcome) -> float | None:
        """Do what `RetryPolicy.delay` does."""
        number, pace = self._attempt_number or 0, self._gate.pace
        is_repeatable = self._policy.delay(0, outcome) is not None
        is_final = outcome.headers.get("x-should-retry", "").strip().lower() == "false"
        if not is_repeatable and (is_final or not asks_to_wait(outcome)):
            pace.refuse(number)
            self.leave()
            return None
        blame = pace.fail(number, outcome)
        self.leave()
        if blame is Blame.ROW:
            wait = self._policy.delay(attempt - self._excused, outcome)
            return wait if wait is not None and self._budget.take() else None
        self._excused += 1
        if self._excused > _MOST_EXCUSED and pace.is_answered:
            return None  # its row is the reason after all, as where it is too large
        if is_repeatable and (blame is Blame.KNOWN or self._budget.take()):
            return 0.0  # the gate waits
        self.stops_run = self._policy.max_retries > 0
        return None


class _RunRetries(RetryPolicy):
    """The retry policy of a call of a run."""

    def __init__(self, engine: PacedEngine) -> None:
        super().__init__()
        self._engine = engine

    def delay(self, attempt: int, outcome: Outcome) -> float | None:
        return self._engine.retry_wait(attempt, outcome)
