"""The file of a bulk run: whole lines that are appended, and read to go on."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from io import BufferedWriter, FileIO
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryFile
from typing import Any, Final, TypeGuard

from apertis_client._runtime.files import lock
from apertis_client._runtime.json_object import is_object
from apertis_client._runtime.json_text import loads

from .._errors.tree import BulkInputError, BulkStoppedError

__all__ = ["STDOUT", "Journal", "check_output", "decoded_line", "is_line", "read_output"]

STDOUT: Final = Path("-")
_START: Final = b'{"id":'  # of each line
_OUTCOMES: Final = frozenset({"response", "error", "same_as"})  # a line has one of them
_sync: Callable[[int], None] = getattr(os, "fdatasync", os.fsync)


class Journal:
    """An output that whole lines are appended to.

    Args:
        path: The file, which is made if there is none; ``-`` is standard output.

    Attributes:
        name: What messages call it.
        is_kept: Whether it can be read again, unlike standard output.
        held: Lines that could not be written yet.

    Raises:
        BulkInputError: it cannot be written, or another run is writing to it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = "standard output" if path == STDOUT else str(path)
        self.held: list[bytes] = []
        self._is_dirty = False
        self._is_new = path != STDOUT and not path.exists()
        self._is_listed = not self._is_new  # in its folder, even after a power cut
        try:
            self._file = FileIO(1, "w", closefd=False) if path == STDOUT else FileIO(path, "a")
        except OSError as error:
            raise _unwritable(self.name, error) from error
        self.is_kept = path != STDOUT and path.is_file()  # not a pipe, or a device
        if self.is_kept and not _lock(self._file.fileno(), path):
            self._file.close()
            raise BulkInputError(f"another run is writing to {path}")

    def resume(self, read: Callable[[dict[str, Any]], object]) -> None:
        """Give the lines that are there to `read`; drop a torn last one.

        Raises:
            BulkInputError: a line is not one of a bulk run.
        """
        if not self.is_kept:
            return
        end = 0
        for line, position in read_output(self.path):
            if line is not None:
                read(line)
            end = position
        size = self._file.seek(0, os.SEEK_END)
        if end > size:  # the last line is whole but for its end
            self.append(b"\n")
        elif end < size:
            self._file.truncate(end)

    def append(self, line: bytes) -> None:
        """Append a line, which is there even if the process is killed.

        Raises:
            BulkStoppedError: it cannot be written, as on a full disk. Nothing of it is there; it is
                held, and written with the next one that can be.
        """
        if self.held:
            self.held.append(line)
            line = b"".join(self.held)
        try:
            self._write(line)
        except OSError as error:
            self.held = self.held or [line]
            raise BulkStoppedError(f"cannot write {self.name}: {error.strerror}") from error
        self.held = []

    def sync(self) -> None:
        """Have what was appended survive a power cut as well.

        Raises:
            OSError: it cannot be written.
        """
        if self._is_dirty and self.is_kept:
            self._is_dirty = False
            _sync(self._file.fileno())
            if not self._is_listed:
                self._is_listed = True
                _sync_folder(self.path)

    def close(self, *, is_unused: bool = False) -> str | None:
        """Close the file; remove it if it was made for nothing.

        Returns:
            Where the lines are that still cannot be written: in another file, or else on standard
            error. None where there are none.
        """
        if self._file.closed:
            return None
        with contextlib.suppress(OSError):
            self._write(b"".join(self.held))
            self.held = []
            self.sync()
        if is_unused and self._is_new and self.is_kept and not self.path.stat().st_size:
            self.path.unlink()
        self._file.close()
        return save_elsewhere(self.held) if self.held else None

    def _write(self, text: bytes) -> None:
        self._is_dirty = True
        written = 0
        try:
            while written < len(text):
                written += self._file.write(text[written:] if written else text) or 0
        except OSError:
            with contextlib.suppress(OSError):
                if self.is_kept and written:
                    self._file.truncate(self._file.seek(0, os.SEEK_END) - written)
            raise

    def replace(self, lines: Iterable[bytes]) -> None:
        """Replace the file at once by one with other lines.

        Raises:
            BulkStoppedError, OSError: it cannot be written; nothing has changed.
        """
        path = self.path.resolve()  # which may be a link
        beside = path.with_name(f".{path.name}.apertis-new")  # left by a run that was killed
        beside.unlink(missing_ok=True)
        new = Journal(beside)
        try:
            shutil.copymode(path, beside)
            for line in lines:
                new.append(line)
            new.sync()
            beside.replace(path)
            _sync_folder(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            new._file.close()
            raise
        self._file.close()
        self._file = new._file


def _sync_folder(path: Path) -> None:
    """Have the name of a file survive a power cut, where folders can be opened."""
    with contextlib.suppress(OSError):
        descriptor = os.open(path.resolve().parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def check_output(path: Path) -> None:
    """Look whether an output can be written, without changing or making it.

    Raises:
        BulkInputError: it cannot.
    """
    try:
        if path.is_file() or path.is_dir():
            FileIO(path, "a").close()
        elif path != STDOUT and not path.exists():
            TemporaryFile(dir=path.resolve().parent).close()
    except OSError as error:
        raise _unwritable(str(path), error) from error


def _unwritable(name: str, error: OSError) -> BulkInputError:
    return BulkInputError(f"cannot write {name}: {error.strerror or error}")


def read_output(path: Path) -> Iterator[tuple[dict[str, Any] | None, int]]:
    """Yield the whole lines of an output, None for an empty one, each with the position behind it.

    Raises:
        BulkInputError: a line is not one of a bulk run, or the file cannot be read.
    """
    position = 0
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                decoded = decoded_line(line)
                is_whole = line.endswith(b"\n")
                if not line.strip():
                    decoded = None
                elif not is_line(decoded):
                    begins_right = number > 1 or (
                        line[:6] == _START[: len(line)] and line[6:7] != b" "
                    )
                    if not is_whole and decoded is None and begins_right:
                        return  # torn
                    or_remove = "remove it, or " if number > 1 else ""
                    raise BulkInputError(
                        f"{path}, line {number} is not an answer of a bulk run; {or_remove}choose"
                        " another output"
                    )
                position += len(line) + (not is_whole)
                yield decoded, position
    except OSError as error:
        raise BulkInputError(f"cannot read {path}: {error.strerror or error}") from error


def save_elsewhere(lines: list[bytes]) -> str:
    """Write lines to a new file on another disk, if need be to standard error; return where."""
    try:
        with NamedTemporaryFile(prefix="apertis-bulk-", suffix=".jsonl", delete=False) as file:
            try:
                file.writelines(lines)
                file.flush()
            except OSError:
                Path(file.name).unlink()
                raise
    except OSError:
        sys.stderr.flush()
        with FileIO(2, "w", closefd=False) as errors, BufferedWriter(errors) as whole:
            whole.writelines(lines)
        return "on standard error"
    return f"in {file.name}"


def is_line(line: object) -> TypeGuard[dict[str, Any]]:
    """Return whether a decoded line is one of a bulk run."""
    return is_object(line) and "id" in line and "request" in line and not _OUTCOMES.isdisjoint(line)


def decoded_line(line: bytes) -> object:
    """Return a line, decoded; None where it is not JSON."""
    try:
        return loads(line.decode().lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None


def _lock(descriptor: int, path: Path) -> bool:
    """Return whether the file is ours until it is closed, or the process ends."""
    try:  # the run that had it may just have replaced it
        return lock(descriptor) and os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
