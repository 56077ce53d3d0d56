"""The file of a bulk run: whole lines that are appended, and read to go on."""

from __future__ import annotations

import contextlib
import os
import shutil
from array import array
from collections.abc import Callable, Iterator
from io import FileIO
from pathlib import Path
from typing import Any, Final

from apertis_client._runtime.json_object import is_object
from apertis_client._runtime.json_text import loads

from .._errors.tree import BulkInputError, BulkStoppedError

__all__ = ["STDOUT", "Journal", "read_output"]

STDOUT: Final = Path("-")
_START: Final = b'{"id":'  # of each line
_sync: Callable[[int], None] = getattr(os, "fdatasync", os.fsync)


class Journal:
    """An output that whole lines are appended to.

    Args:
        path: The file, which is made if there is none; ``-`` is standard output.

    Attributes:
        name: What messages call it.
        is_kept: Whether it can be read again, unlike standard output.

    Raises:
        BulkInputError: it cannot be written, or another run is writing to it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = "standard output" if path == STDOUT else str(path)
        self._is_dirty = False
        try:
            self._file = FileIO(1, "w", closefd=False) if path == STDOUT else FileIO(path, "a")
        except OSError as error:
            raise BulkInputError(f"cannot write {self.name}: {error.strerror or error}") from error
        self.is_kept = path != STDOUT and path.is_file()  # not a pipe, or a device
        if self.is_kept and not _lock(self._file.fileno()):
            self._file.close()
            raise BulkInputError(f"another run is writing to {path}")

    def resume(self, keep: Callable[[dict[str, Any]], bool]) -> None:
        """Read the lines that are there; drop a torn last one, and those that `keep` refuses.

        Raises:
            BulkInputError: a line is not one of a bulk run.
        """
        if not self.is_kept:
            return
        end = 0
        refused = array("Q")  # where the lines end that are dropped
        for line, end in read_output(self.path):
            if not keep(line):
                refused.append(end)
        size = self._file.seek(0, os.SEEK_END)
        if end > size:  # the last line is whole but for its end
            self._file.write(b"\n")
        elif end < size:
            self._file.truncate(end)
        if refused:
            self._rewrite(refused)

    def append(self, line: bytes) -> None:
        """Append a line, which is there even if the process is killed.

        Raises:
            BulkStoppedError: it cannot be written, as on a full disk; nothing of it is there.
        """
        self._is_dirty = True
        written = 0
        try:
            while written < len(line):
                written += self._file.write(line[written:] if written else line) or 0
        except OSError as error:
            with contextlib.suppress(OSError):
                if self.is_kept and written:
                    self._file.truncate(self._file.seek(0, os.SEEK_END) - written)
            raise BulkStoppedError(f"cannot write {self.name}: {error.strerror}") from error

    def sync(self) -> None:
        """Have what was appended survive a power cut as well."""
        if self._is_dirty and self.is_kept:
            self._is_dirty = False
            _sync(self._file.fileno())

    def close(self) -> None:
        """Close the file."""
        if not self._file.closed:
            with contextlib.suppress(OSError):
                self.sync()
            self._file.close()

    def _rewrite(self, refused: array[int]) -> None:
        """Replace the file at once by one without the lines that end at these positions."""
        path = self.path.resolve()  # which may be a link
        beside = path.with_name(f"{path.name}.new")
        beside.unlink(missing_ok=True)
        new = Journal(beside)
        shutil.copymode(path, beside)
        ends = iter(refused)
        drop, position = next(ends), 0
        with path.open("rb") as lines:
            for line in lines:
                position += len(line)
                if position == drop:
                    drop = next(ends, 0)
                else:
                    new.append(line)
        new.sync()
        beside.replace(path)
        self._file.close()
        self._file = new._file


def read_output(path: Path) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield the whole lines of an output, each with the position behind it.

    Raises:
        BulkInputError: a line is not one of a bulk run, or the file cannot be read.
    """
    position = 0
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                decoded = _decode(line)
                is_whole = line.endswith(b"\n")
                if not is_object(decoded) or "id" not in decoded:
                    begins_right = number > 1 or line[:6] == _START[: len(line)]
                    if not is_whole and decoded is None and begins_right:
                        return  # torn
                    raise BulkInputError(
                        f"{path}, line {number} is not an answer of a bulk run; choose another"
                        " output"
                    )
                position += len(line) + (not is_whole)
                yield decoded, position
    except OSError as error:
        raise BulkInputError(f"cannot read {path}: {error.strerror or error}") from error


def _decode(line: bytes) -> object:
    try:
        return loads(line.decode())
    except (ValueError, RecursionError):
        return None


def _lock(descriptor: int) -> bool:
    """Return whether the file is ours until it is closed, or the process ends."""
    try:
        import fcntl
    except ImportError:  # Windows
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
