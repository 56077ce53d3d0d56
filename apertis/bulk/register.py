"""Gives each row of an input its id, and says which of them are to be asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from .._errors.tree import BulkInputError
from .firsts import Firsts
from .hashes import Hashes
from .journal import read_output

if TYPE_CHECKING:
    from .ledger import Done, Ledger
    from .rows import Row, RowReader

__all__ = ["Plan", "Register", "plan"]


class Register:
    """The rows of an input so far.

    Args:
        done: The rows that the output has lines for.
        deduplicate: Ask the same request once.

    Attributes:
        rows: How many rows there were, without those left out as duplicates.
        known: How many of them need nothing, as the output has lines for them.
        answered: How many of them the output has answers to.
        duplicates: How many rows were the same request as one before.
    """

    def __init__(self, done: Done, *, deduplicate: bool = False) -> None:
        self.rows = self.known = self.answered = self.duplicates = 0
        self._done = done
        self._ids = Hashes()
        self._pairs = Hashes()  # of an id and a request, of rows that have one of a row before
        self._firsts = Firsts() if deduplicate else None

    def admit(self, row: Row) -> Row | None:
        """Return the row with its id; None where there is nothing to do.

        Raises:
            BulkInputError: its id is that of a row before, or the output has an answer to another
                request under its id.
        """
        if self._firsts is not None and (first := self._firsts.find(row.digest)) is not None:
            self.duplicates += 1
            key = str(row.id)
            if not row.has_id or key == str(first) or not self._pairs.add((key, row.digest)):
                return None
            row = row._replace(same_as=first)
        if row.has_id:
            if not self._ids.add(str(row.id)):
                raise BulkInputError(f"{row.where}: the id {row.id!r} is that of a row before")
        elif not self._ids.add(row.digest):
            row = row._replace(id=self._next_id(row.digest))
        if self._firsts is not None and row.same_as is None:
            self._firsts.add(row.digest, row.id)
        self.rows += 1
        if self._done.needs_nothing(row):
            self.known += 1
            self.answered += self._done.has_answer(row)
            return None
        return row

    def knows(self, row_id: str | int) -> bool:
        """Return whether a row has this id."""
        return str(row_id) in self._ids

    def _next_id(self, digest: str) -> str:
        """Return the id of another row with the same request, whose ids are numbered from 2."""
        taken, free = 1, 2
        while f"{digest}-{free}" in self._ids:
            taken, free = free, free * 2
        while free - taken > 1:
            middle = (taken + free) // 2
            if f"{digest}-{middle}" in self._ids:
                taken = middle
            else:
                free = middle
        self._ids.add(f"{digest}-{free}")
        return f"{digest}-{free}"


class Plan(NamedTuple):
    """What a run would do.

    Attributes:
        rows: How many rows the input has, without duplicates left out.
        answered: How many of them have an answer.
        failed: How many have failed and are not asked again.
        to_ask: How many are asked.
        duplicates: How many are the same request as one before.
    """

    rows: int
    answered: int
    failed: int
    to_ask: int
    duplicates: int


def plan(requests: Iterable[Any], reader: RowReader, ledger: Ledger, register: Register) -> Plan:
    """Read an input to its end into a new register, and return what a run would do.

    Raises:
        BulkInputError: a row is wrong, or the output has answers to rows that are not there.
    """
    to_ask = 0
    for number, request in enumerate(requests, 1):
        row = None if request is None else register.admit(reader.read(request, number))
        if row is not None and row.same_as is None:
            ledger.limits.claim(row)
            to_ask += 1
    missing = len(ledger.done.answered) - register.answered
    if missing > 0:
        rows = "a row" if missing == 1 else f"{missing:,} rows"
        such_as = _such_as(ledger, register)
        raise BulkInputError(
            f"the output has answers to {rows} that the input does not have{such_as}, so it is the"
            " output of another input or of other options; choose another output"
        )
    failed = register.known - register.answered
    return Plan(register.rows, register.answered, failed, to_ask, register.duplicates)


def _such_as(ledger: Ledger, register: Register) -> str:
    """Return the id of the first answer in the output whose row is not there, for a message."""
    lines = (line for line, _ in read_output(ledger.path)) if ledger.path else iter(())
    ids = (line["id"] for line in lines if line is not None and "error" not in line)
    found = next((each for each in ids if not register.knows(each)), None)
    return "" if found is None else f", such as {found!r}"
