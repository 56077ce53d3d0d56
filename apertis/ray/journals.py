"""The journals of all actors of a job, and of the jobs before it, in one folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from apertis_client._runtime.json_text import loads

from .._errors.tree import BulkInputError
from ..bulk.hashes import HashMap
from ..bulk.journal import decoded_line, is_line

__all__ = ["Journals"]

_POSITIONS: Final = 2**44  # in a journal


class Journals:
    """Finds the lines of the journals in a folder by the id of their row.

    Args:
        folder: The folder, which is made if there is none.
        retry_failed: Pass over failures that were there at the beginning.

    Attributes:
        own: The path for the journal of this actor.

    Raises:
        BulkInputError: the folder cannot be made.
    """

    def __init__(self, folder: Path, *, retry_failed: bool = False) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BulkInputError(f"cannot write {folder}: {error.strerror}") from error
        self.own = folder / f"{uuid4().hex}.jsonl"
        self._folder = folder
        self._paths: list[Path] = []
        self._read: dict[Path, tuple[int, int]] = {}  # the number of a path, and how far it is read
        self._places = HashMap()  # by id and request: the number of the path, and the position
        self.refresh(with_failures=not retry_failed)

    def refresh(self, paths: Iterable[Path] | None = None, *, with_failures: bool = True) -> None:
        """Read what was added since the last time; a last line that is not whole is left.

        Of a row that failed in one job and was answered in another, the answer counts.

        Args:
            paths: The journals to read. Default: all.
            with_failures: Read those lines too.

        Raises:
            BulkInputError: a file is not the output of a bulk run, or cannot be read.
        """
        for path in self._folder.glob("*.jsonl") if paths is None else paths:
            try:
                self._read_on(path, with_failures=with_failures)
            except OSError as error:
                raise BulkInputError(f"cannot read {path}: {error.strerror}") from error

    def _read_on(self, path: Path, *, with_failures: bool) -> None:
        number, position = self._read.get(path, (len(self._paths), 0))
        if path.stat().st_size == position:
            return
        if number == len(self._paths):
            self._paths.append(path)
        with path.open("rb") as lines:
            lines.seek(position)
            for line in lines:
                if not line.endswith(b"\n"):
                    break
                decoded = decoded_line(line)
                if not is_line(decoded):
                    raise BulkInputError(
                        f"{path} has a line that is not an answer of a bulk run; choose another"
                        " folder for the journals"
                    )
                key = str(decoded["id"]), decoded["request"]
                if "error" not in decoded or (with_failures and key not in self._places):
                    self._places[key] = number * _POSITIONS + position
                position += len(line)
        self._read[path] = number, position

    def has(self, key: str, digest: str) -> bool:
        """Return whether there is a line of a row, as it was when the journals were read."""
        return (key, digest) in self._places

    def find(self, key: str, digest: str) -> dict[str, Any] | None:
        """Return the line of a row with this id and this hash of its request; None without one."""
        place = self._places.get((key, digest))
        if place is None:
            return None
        number, position = divmod(place, _POSITIONS)
        with self._paths[number].open("rb") as lines:
            lines.seek(position)
            line: dict[str, Any] = loads(lines.readline().decode())
        is_it = (str(line["id"]), line["request"]) == (key, digest)  # or one with the same hash
        return line if is_it else None
