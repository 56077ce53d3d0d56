"""What a run has: the rows that its output has lines for, what they used, and the lines it adds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from apertis_client._runtime.json_object import is_object

from .._errors.tree import BulkInputError
from .costs import Costs
from .hashes import Hashes
from .journal import Journal, read_output

if TYPE_CHECKING:
    from .rows import Row

__all__ = ["Done", "Ledger"]

_SYNC_EVERY: Final = 0.08  # seconds; what a power cut loses is at most what came in 0.1


class Done:
    """The rows that an output has a line for."""

    def __init__(self) -> None:
        self.answered = Hashes()
        self.failed = Hashes()
        self._requests = Hashes()

    def add(self, line: dict[str, Any]) -> None:
        """Add the row of a line of the output."""
        key = str(line["id"])
        if "error" in line:
            self.failed.add(key)
        else:
            self.answered.add(key)
            self._requests.add((key, str(line.get("request"))))

    def has(self, row: Row) -> bool:
        """Return whether a row has a line.

        Raises:
            BulkInputError: it has, and that answers another request.
        """
        key = str(row.id)
        if key in self.answered and (key, row.digest) not in self._requests:
            raise BulkInputError(
                f"{row.where}: the output has an answer to {row.id!r} that is an answer to another"
                " request, so it is the output of another input or of other options; choose"
                " another output"
            )
        return key in self.answered or key in self.failed


class Ledger:
    """The output of a run, and what was added up of it.

    Args:
        settings: The settings of the run.

    Attributes:
        done: The rows that the output had lines for.
        costs: What all answers used.
        seconds: How long the answers took that the output had.
        journal: The file, once it is open for writing; None where there is none.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.done = Done()
        self.costs = Costs(settings["prices"], settings["max_cost"], settings["max_tokens_total"])
        self.seconds = 0.0
        self.journal: Journal | None = None
        self.path: Path | None = settings["output"]
        self._retry_failed: bool = settings["retry_failed"]

    def open(self, *, read_only: bool = False) -> None:
        """Open the output, if it is not open, and read what it has.

        Raises:
            BulkInputError: it cannot be used.
        """
        if self.path is None or self.journal is not None:
            return
        if not read_only:
            self.journal = Journal(self.path)
            self.journal.resume(self._keep)
        elif self.path.is_file():
            for line, _ in read_output(self.path):
                self._keep(line)

    async def sync_regularly(self, on_error: Callable[[OSError], None]) -> None:
        """Have the lines survive a power cut, every few milliseconds, without holding up calls."""
        loop = asyncio.get_running_loop()
        while self.journal is not None:
            await asyncio.sleep(_SYNC_EVERY)
            try:
                await loop.run_in_executor(None, self.journal.sync)
            except OSError as error:
                on_error(error)

    def close(self) -> None:
        """Close the output."""
        if self.journal is not None:
            self.journal.close()

    def _keep(self, line: dict[str, Any]) -> bool:
        """Count a line of the output; return whether it stays there."""
        is_answer = "error" not in line
        body = line.get("response") if is_answer else {"usage": line.get("usage")}
        if is_object(body):
            self.costs.add({**body, "cost": line.get("cost")}, {})
        if not is_answer and self._retry_failed:
            return False
        self.seconds += line.get("seconds") or 0
        self.done.add(line)
        return True
