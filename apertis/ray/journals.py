"""The journals of all actors of a job, and of the jobs before it, in one folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import uuid4

from apertis_client._runtime.json_text import loads

from .._errors.tree import BulkInputError
from ..bulk.journal import decoded_line, is_line

__all__ = ["Journals"]


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
        self._ends: dict[Path, int] = {}
        self._places: dict[tuple[str, str], tuple[Path, int]] = {}  # by id and request
        self.refresh(with_failures=not retry_failed)

    def refresh(self, paths: Iterable[Path] | None = None, *, with_failures: bool = True) -> None:
        """Read what was added since the last time; a last line that is not whole is left.

        Of a row that failed in one job and was answered in another, the answer counts.

        Args:
            paths: The journals to read. Default: all.
            with_failures: Read those lines too.

        Raises:
            BulkInputError: a file is not the output of a bulk run.
        """
        for path in self._folder.glob("*.jsonl") if paths is None else paths:
            position = self._ends.get(path, 0)
            if path.stat().st_size == position:
                continue
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
                        self._places[key] = path, position
                    position += len(line)
            self._ends[path] = position

    def find(self, key: str, digest: str) -> dict[str, Any] | None:
        """Return the line of a row with this id and this hash of its request; None without one."""
        if (key, digest) not in self._places:
            return None
        path, position = self._places[key, digest]
        with path.open("rb") as lines:
            lines.seek(position)
            line: dict[str, Any] = loads(lines.readline().decode())
        return line
