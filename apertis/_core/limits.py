"""Computes how long a call, an attempt and the silence of a stream may still last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .._errors.secrets import bare_url
from .._errors.tree import APITimeoutError
from .._transport.failures import NO_TLS, reason

if TYPE_CHECKING:
    import httpx

    from .prepare import PreparedRequest

__all__ = ["TimeLimits"]


class TimeLimits:
    """The time limits of one call, with the time that is left of each.

    Args:
        call: The request with its time-outs.
        now: Returns the seconds of a monotonic clock.

    Attributes:
        is_unlimited: Whether the call has no deadline, and its stream may be silent.
    """

    def __init__(self, call: PreparedRequest, now: Callable[[], float]) -> None:
        self._call = call
        self._now = now
        self._end = None if call.deadline is None else now() + call.deadline
        self._awaited_since: float | None = None
        self.is_unlimited = call.deadline is None and call.idle_timeout is None

    def left(self) -> float | None:
        """Return the seconds until the deadline, 0 where it has passed, None without one."""
        return None if self._end is None else max(0.0, self._end - self._now())

    def allows(self, wait: float) -> bool:
        """Return whether the deadline leaves time for anything after `wait` seconds."""
        left = self.left()
        return left is None or wait < left

    def timeouts(self) -> dict[str, float | None]:
        """Return the time-outs of a new attempt as httpx has them, none past the deadline."""
        self._awaited_since = None
        timeouts = self._call.timeout._asdict()
        return timeouts if self.is_unlimited else _Timeouts(timeouts, self)

    def passed(self) -> bool:
        """Return whether the deadline, or the silence that a stream may keep, has passed."""
        return self.silence_left() == 0

    def check(self) -> None:
        """Raise `TimeoutError` where `passed`.

        Call it after reading: when the deadline cuts a body that states no length, it looks whole.
        """
        if self.passed():
            raise TimeoutError

    def event_awaited(self) -> None:
        """Begin to measure the silence of a stream; what the reader did before does not count."""
        if self._call.idle_timeout is not None:
            self._awaited_since = self._now()

    def silence_left(self) -> float | None:
        """Return the seconds that the next event of a stream may take; None without a limit."""
        idle = self._call.idle_timeout
        if idle is None or self._awaited_since is None:
            return self.left()
        return _least(max(0.0, self._awaited_since + idle - self._now()), self.left())

    def error(self, cause: Exception, request: httpx.Request | None) -> APITimeoutError:
        """Return the error that says which limit was passed, and after how long."""
        call = self._call
        if self._end is not None and self._now() >= self._end:
            return APITimeoutError(
                f"the call did not finish within its deadline of {call.deadline:g} seconds",
                request=request,
                phase="deadline",
                seconds=call.deadline,
            )
        phase = _PHASES.get(type(cause).__name__, "read")
        if phase == "read" and self._was_idle():
            return APITimeoutError(
                f"the stream was silent for {call.idle_timeout:g} seconds",
                request=request,
                phase="idle",
                seconds=call.idle_timeout,
            )
        seconds = call.timeout._asdict().get(phase)
        after = "" if seconds is None else f" after {seconds:g} seconds"
        meaning = _MEANINGS[phase]
        if phase == "connect" and request is not None:
            meaning = f"could not connect to {bare_url(request.url)}"
            if "handshake" in reason(cause):
                meaning += f": the server does not answer the TLS handshake; {NO_TLS}"
        if type(cause).__name__ == "TimeoutException":  # of a mock: httpx raises its subclasses
            after, meaning = "", reason(cause)
        return APITimeoutError(
            f"timed out{after}: {meaning}", request=request, phase=phase, seconds=seconds
        )

    def _was_idle(self) -> bool:
        """Return whether the limit that was passed is the one on silence between events."""
        idle, read = self._call.idle_timeout, self._call.timeout.read
        if idle is None or self._awaited_since is None:
            return False
        return read is None or idle <= read or self._now() >= self._awaited_since + idle


class _Timeouts(dict[str, float | None]):
    """The time-outs of an attempt, each computed when its phase begins."""

    def __init__(self, timeouts: dict[str, float | None], limits: TimeLimits) -> None:
        super().__init__(timeouts)
        self._limits = limits

    def get(self, phase: str, default: float | None = None) -> float | None:  # type: ignore[override]
        left = self._limits.silence_left() if phase == "read" else self._limits.left()
        return _least(super().get(phase, default), left)

    def __getitem__(self, phase: str) -> float | None:
        return self.get(phase)


_PHASES = {
    "ConnectTimeout": "connect",
    "ReadTimeout": "read",
    "WriteTimeout": "write",
    "PoolTimeout": "pool",
}

_MEANINGS = {
    "connect": "could not connect to the server",
    "read": "the server sent nothing",
    "write": "the request could not be sent",
    "pool": "no connection in the pool was free",
}


def _least(first: float | None, second: float | None) -> float | None:
    given = [seconds for seconds in (first, second) if seconds is not None]
    return min(given) if given else None
