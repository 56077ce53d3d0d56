"""Opens files without waiting, and replaces them in one step."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from .importing import importing

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["lock", "open_regular", "replace_file", "replacing", "write_to_disk"]


def open_regular(path: str | os.PathLike[str]) -> BinaryIO:
    """Open a file to read its bytes.

    Raises:
        OSError: The file cannot be opened, or it is a folder, a pipe, a device or a socket:
            reading one of those may wait for ever or never end.
    """
    file = open(path, "rb", opener=_open_without_waiting)  # noqa: SIM115  returned open
    try:
        _check_regular(os.fstat(file.fileno()).st_mode, path)
    except OSError:
        file.close()
        raise
    return file


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Generator[BinaryIO]:
    """Open a file to write, so that its path always has all that it had before, or all that is new.

    What is written goes to a temporary file in the same folder, which takes the place of the other
    at the end of the block, and is removed where that raises. The permissions of a file that is
    replaced are kept; a symbolic link stays one.

    Raises:
        OSError: The file cannot be written, or it is a folder, a pipe, a device or a socket; what
            it held before is still there.
    """
    with importing:
        from pathlib import Path
    target = Path(os.path.realpath(path))
    before = _stat(target)
    temporary = target.with_name(f".apertis-{os.urandom(8).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            yield file
            write_to_disk(file)
        if before is not None:
            if hasattr(os, "chown"):
                with suppress(OSError):  # only the superuser may change the owner
                    os.chown(temporary, before.st_uid, before.st_gid)
            temporary.chmod(stat.S_IMODE(before.st_mode))
        temporary.replace(target)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError) and error.filename == str(temporary):
            error.filename = os.fspath(path)
        raise


def replace_file(path: str | os.PathLike[str], content: bytes) -> None:
    """Write a file as `replacing` does, and raise what it raises."""
    with replacing(path) as file:
        file.write(content)


def lock(descriptor: int, *, wait: bool = False) -> bool:
    """Return whether a file is ours until it is closed, or the process ends.

    Where there are no such locks, as on some disks in a network, it is taken to be.

    Args:
        descriptor: That of the open file.
        wait: Whether to wait until no other process has it.
    """
    try:
        with importing:
            import fcntl
    except ImportError:  # Windows
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN)
    return True


def write_to_disk(file: BinaryIO) -> None:
    """Write what a file still has in memory, and wait until the disk has it."""
    file.flush()
    os.fsync(file.fileno())


def _stat(target: Path) -> os.stat_result | None:
    """Return the status of a file that can be replaced, None if there is no file yet."""
    try:
        before = target.stat()
    except FileNotFoundError:
        return None
    _check_regular(before.st_mode, target)
    if not os.access(target, os.W_OK):
        # Replacing it would need the permission to write to the folder only.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return before


def _open_without_waiting(name: str, flags: int) -> int:
    # Without O_NONBLOCK (POSIX), opening a pipe waits for somebody to write to it.
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _check_regular(mode: int, path: str | os.PathLike[str]) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "not a regular file", os.fspath(path))
