"""Remembers the first row of each request on disk, as a million ids would take too much memory."""

from __future__ import annotations

import json
import weakref
from typing import Any

from apertis_client._runtime.json_text import encode_body

from .._errors.tree import BulkStoppedError
from .._importing import importing

__all__ = ["Firsts"]


class Firsts:
    """The ids of rows by the hashes of their requests, in a temporary file of SQLite."""

    def __init__(self) -> None:
        with importing:
            import sqlite3

        self._error = sqlite3.Error
        # A run may be made in one thread, and do its work in another.
        self._file = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        weakref.finalize(self, self._file.close)
        self._file.execute("pragma cache_size = -256")  # KiB
        self._file.execute("create table firsts (request integer primary key, id blob)")

    def find(self, digest: str) -> str | int | None:
        """Return the id of the first row with a request; None where there is none."""
        found = self._do("select id from firsts where request = ?", _key(digest))
        return None if found is None else json.loads(found[0])

    def add(self, digest: str, row_id: str | int) -> None:
        """Add the first row with a request."""
        self._do("insert into firsts values (?, ?)", _key(digest), encode_body(row_id))

    def _do(self, statement: str, *values: object) -> Any:
        try:
            return self._file.execute(statement, values).fetchone()
        except self._error as error:
            raise BulkStoppedError(f"cannot write a temporary file: {error}") from error


def _key(digest: str) -> int:
    return int(digest, 16) - 2**63
