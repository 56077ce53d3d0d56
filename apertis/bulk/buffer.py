"""The results that wait to be taken: workers put them in, and wait while there are many."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .results import BulkResult

__all__ = ["Buffer"]


class Buffer:
    """Results, in the order in which they came.

    Args:
        most: How many there may be before `wait_for_room` waits.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._results: list[BulkResult] = []
        self._has_ended = False
        self._ready = asyncio.Event()
        self._room = asyncio.Event()

    def put(self, result: BulkResult) -> None:
        """Add a result."""
        self._results.append(result)
        self._ready.set()

    def end(self) -> None:
        """Say that there will be no more."""
        self._has_ended = True
        self._ready.set()

    async def take(self) -> list[BulkResult]:
        """Return all results that are there, at least one; none at the end."""
        while not self._results and not self._has_ended:
            self._ready.clear()
            await self._ready.wait()
        taken, self._results = self._results, []
        self._room.set()
        return taken

    @property
    def is_full(self) -> bool:
        """Whether there are too many."""
        return len(self._results) >= self._most

    async def wait_for_room(self) -> None:
        """Wait while there are too many."""
        while self.is_full:
            self._room.clear()
            await self._room.wait()
