"""Call functions at given times, from one thread for the whole process.

Used in sync only: a task is cancelled, but nothing cancels a thread that waits for a socket, and
time-outs bound each wait, not a whole call. `threading.Timer` would start a thread for each piece
of a stream with a deadline.
"""

from __future__ import annotations

import contextlib
import functools
import math
import os
import threading
import time
from collections.abc import Callable

from .._logging import logger

__all__ = ["Watcher", "watch", "watcher"]

Due = tuple[float, Callable[[], object]]


class Watcher:
    """Calls functions when they are due, from a daemon thread.

    Nothing here needs a lock while calls are made: what is due is in a dict, which changes in
    single steps, so that an exception of a signal handler can come between any two of them.
    """

    def __init__(self) -> None:
        self._due: dict[object, Due] = {}
        self._planned = math.inf  # when the thread looks again
        self._signal = threading.Lock()  # released to have the thread look at once
        threading.Thread(target=self._run, name="apertis", daemon=True).start()

    def add(self, key: object, seconds: float, function: Callable[[], object]) -> None:
        """Call `function` after `seconds`, unless `remove` is called with `key` before."""
        end = time.monotonic() + seconds
        self._due[key] = end, function
        if end < self._planned:
            with contextlib.suppress(RuntimeError):  # the thread is about to look
                self._signal.release()

    def remove(self, key: object) -> None:
        """Forget what was added with `key`."""
        self._due.pop(key, None)

    def _run(self) -> None:
        while True:
            self._planned = math.inf  # what is added from here on releases the signal
            now = time.monotonic()
            following = math.inf
            for key, (end, function) in list(self._due.items()):
                if end > now:
                    following = min(following, end)
                elif self._due.pop(key, None) is not None:
                    try:
                        function()
                    except Exception:  # noqa: BLE001  the thread has to go on
                        logger.exception("could not end a call whose time is over")
            self._planned = following
            wait = -1 if following == math.inf else max(0.0, following - time.monotonic())
            self._signal.acquire(timeout=min(wait, threading.TIMEOUT_MAX))


class watch:  # noqa: N801  used as a function
    """Call a function, from another thread, if the context is not left in time."""

    def __init__(self, seconds: float, end: Callable[[], object]) -> None:
        self._watcher = watcher()
        self._seconds = seconds
        self._end = end

    async def __aenter__(self) -> None:
        self._watcher.add(self, self._seconds, self._end)

    async def __aexit__(self, *exception: object) -> None:
        self._watcher.remove(self)


@functools.cache
def watcher() -> Watcher:
    """Return the watcher of this process."""
    return Watcher()


if hasattr(os, "register_at_fork"):  # the thread stays in the parent
    os.register_at_fork(after_in_child=watcher.cache_clear)
