"""Learns how many attempts a server takes in a second, from those that it refuses."""

from __future__ import annotations

from typing import Final

__all__ = ["Rate"]

_AFTER: Final = 0.8  # of what the server took, after a refusal
_LEVEL: Final = 8.0  # seconds until it is tried again whether the server takes as much
_WINDOW: Final = 4.0  # seconds; what is counted is of the last one or two
_BEHIND: Final = 0.05  # seconds that attempts may be late and be made up for


class Rate:
    """How many attempts may begin in a second: any number until the server has refused one.

    At a refusal the server has nothing left, so what it took since the one before, or in the last
    seconds, is what it takes in that time, whether it counts requests in a minute or at once. The
    rate begins below that, stays near it for a while, and then grows faster and faster (as in
    CUBIC, RFC 9438, 4.2).

    Times are in seconds.

    Attributes:
        opens: The time at which the next attempt may begin.
    """

    def __init__(self) -> None:
        self.opens = 0.0
        self._windows = [(0.0, 0), (0.0, 0)]  # their begin, and what had been taken then
        self._taken = 0
        self._last = 0  # the last attempt that was counted before
        self._level: float | None = None
        self._slowed_at = 0.0

    def begin(self, now: float) -> None:
        """Count an attempt that begins, as one that is taken."""
        if not self._taken and self._level is None:
            self._windows = [(now, 0)] * 2
        elif now - self._windows[1][0] > _WINDOW:
            self._windows = [self._windows[1], (now, self._taken)]
        self._taken += 1
        if self._level is not None:
            grown = (now - self._slowed_at) / _LEVEL - 1
            rate = self._level * (1 + (1 - _AFTER) * grown**3)
            self.opens = max(self.opens, now - _BEHIND) + 1 / rate

    def refuse(self, attempt: int) -> None:
        """Count an attempt that was refused."""
        if attempt > self._last:
            self._taken -= 1

    def slow(self, now: float, at: float, last: int) -> None:
        """Begin again, below what was taken until a refusal.

        Args:
            now: The time.
            at: When the server refused an attempt.
            last: The last attempt that had begun then.
        """
        self._slowed_at = now
        since, before = self._windows[0]
        if self._taken > before and at > since:
            self._level = (self._taken - before) / (at - since)
            self._windows = [(at, self._taken)] * 2
            self._last = last
