"""What a run has: the rows that its output has lines for, what they used, and the lines it adds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .._errors.tree import BulkInputError, BulkStoppedError
from .costs import Costs, positive_number
from .hashes import Hashes, HashMap
from .journal import Journal, check_output, read_output
from .limits import Limits
from .merging import merged_lines

if TYPE_CHECKING:
    from .rows import Row

__all__ = ["Done", "Ledger"]

_SYNC_EVERY: Final = 0.08  # seconds; what a power cut loses is at most what came in 0.1


class Done:
    """The rows that an output has a line for.

    Args:
        retry_failed: Ask those again that failed.

    Attributes:
        answered: Those that have an answer, or the same request as one that has.
        failed: Those that have failed, whether or not they were answered later, each with the
            number of lines that it has behind the first.
        again: How many such lines there are.
    """

    def __init__(self, *, retry_failed: bool = False) -> None:
        self.answered = Hashes()
        self.failed = HashMap()
        self.again = 0
        self.retry_failed = retry_failed
        self._requests = Hashes()

    def add(self, line: dict[str, Any]) -> None:
        """Add the row of a line of the output."""
        key = str(line["id"])
        self.count_again(key)
        if "error" in line:
            self.failed.add(key)
        else:
            self.answered.add(key)
            self._requests.add((key, str(line["request"])))

    def count_again(self, key: str) -> None:
        """Count a line of a row that is behind a failure of it."""
        if (lines := self.failed.get(key)) is not None:
            self.failed[key] = lines + 1
            self.again += 1

    def has_answer(self, row: Row) -> bool:
        """Return whether a row has an answer.

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
        return key in self.answered

    def needs_nothing(self, row: Row) -> bool:
        """Return whether a row has a line, and is not to be asked again. Raises as `has_answer`."""
        return self.has_answer(row) or (not self.retry_failed and str(row.id) in self.failed)


class Ledger:
    """The output of a run, and what was added up of it.

    Args:
        settings: The settings of the run.

    Attributes:
        done: The rows that the output had lines for.
        costs: What all answers used.
        limits: What rows may use.
        seconds: How long the answers took that the output had.
        journal: The file, once it is open for writing; None where there is none.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.done = Done(retry_failed=settings["retry_failed"])
        self.costs = Costs(settings["prices"])
        self.limits = Limits(self.costs, settings["max_cost"], settings["max_tokens_total"])
        self.seconds = 0.0
        self.journal: Journal | None = None
        self.path: Path | None = settings["output"]

    def open(self, *, read_only: bool = False) -> None:
        """Open the output, if it is not open, and read what it has.

        Raises:
            BulkInputError: it cannot be used.
        """
        if self.path is None or self.journal is not None:
            return
        if not read_only:
            self.journal = Journal(self.path)
            self.journal.resume(self._read)
            return
        check_output(self.path)
        if self.path.is_file():
            for line, _ in read_output(self.path):
                if line is not None:
                    self._read(line)

    def append(self, row_id: str | int, line: bytes) -> None:
        """Append the line of a row.

        Raises:
            BulkStoppedError: it cannot be written; it is held.
        """
        if self.journal is not None:
            if self.done.retry_failed:
                self.done.count_again(str(row_id))
            self.journal.append(line)

    async def sync_regularly(self, on_error: Callable[[OSError], None]) -> None:
        """Have the lines survive a power cut, every few milliseconds, without holding up calls."""
        loop = asyncio.get_running_loop()
        due = loop.time()
        while self.journal is not None:
            due = max(due + _SYNC_EVERY, loop.time())  # however long the one before took
            await asyncio.sleep(due - loop.time())
            try:
                await loop.run_in_executor(None, self.journal.sync)
            except OSError as error:
                on_error(error)

    def close(self, *, is_unused: bool = False) -> str | None:
        """Close the output, from which failures go that have another line since.

        Args:
            is_unused: Remove it if this run made it, and it is empty.

        Returns:
            Where the lines are that cannot be written; None where there are none.

        Raises:
            BulkStoppedError: the failures cannot be removed, as on a full disk.
        """
        if self.journal is None:
            return None
        try:
            if self.done.again and self.journal.is_kept and not self.journal.held:
                self.done.again = 0
                self.journal.replace(merged_lines(self.journal.path, self.done.failed))
        except (OSError, BulkInputError, BulkStoppedError) as error:
            raise BulkStoppedError(
                f"{self.journal.name} still has the failures of rows that were asked again, beside"
                f" their answers ({error}); the same run again removes them"
            ) from error
        finally:
            place = self.journal.close(is_unused=is_unused)
        return place

    def _read(self, line: dict[str, Any]) -> None:
        for usage in self.costs.restore(line):
            self.limits.learn(usage)
        self.seconds += positive_number(line.get("seconds")) or 0
        self.done.add(line)
