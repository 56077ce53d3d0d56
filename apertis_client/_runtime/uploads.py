"""Files that are sent in a form: from a path, bytes or an open file to what httpx reads."""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, TypeAlias, cast

from .files import open_regular
from .media_types import media_type

__all__ = ["FileContent", "FileInput", "FileToSend", "file_part"]

FileContent: TypeAlias = os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes]
"""The path of a file, its content, or a file that is open for reading bytes."""

FileInput: TypeAlias = str | FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]
"""A path as text, or `FileContent`; or the name that is to be sent, with content and media type."""

_HEAD = 4096  # bytes, enough to recognize a format
# By the name of a file, servers tell the format of its content.
_ENDINGS = {
    "audio/mpeg": ".mp3",
    "audio/wav": ".wav",
    "audio/flac": ".flac",
    "audio/opus": ".ogg",
    "application/ogg": ".ogg",
    "audio/aac": ".aac",
    "audio/mp4": ".m4a",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
    "video/x-matroska": ".mkv",
    "video/quicktime": ".mov",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
}


class FileToSend:
    """A file as httpx reads it, from the start as often as it is sent, and 64 KiB at a time.

    Args:
        size: Its length in bytes.
        read_at: Returns at most so many bytes from a position on.

    Attributes:
        size: Its length in bytes.
    """

    def __init__(self, size: int, read_at: Callable[[int, int], bytes]) -> None:
        self.size = size
        self._read_at = read_at
        self._position = 0

    def read(self, size: int) -> bytes:
        piece = self._read_at(self._position, size)
        self._position += len(piece)
        return piece

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._position = offset + (self.size if whence == os.SEEK_END else 0)
        return self._position

    def tell(self) -> int:
        return self._position


def file_part(
    parameter: str, given: Any, max_bytes: int | None
) -> tuple[str, FileToSend, str | None]:
    """Return the name, the content and the media type of a file that is sent.

    Args:
        parameter: What it was given as.
        given: A path, the content, an open file, or a tuple.
        max_bytes: How many bytes it may have.

    Raises:
        OSError: The file cannot be read.
        TypeError: What was given is no file; the message names `parameter`.
        ValueError: It is a folder, a pipe, a socket, a device or a closed file, or is too large.
    """
    name, content, kind = given, given, None
    if isinstance(given, tuple):
        parts: tuple[Any, ...] = cast("Any", given)
        if not 2 <= len(parts) <= 3 or not isinstance(parts[0], str) or isinstance(parts[1], str):
            raise TypeError(
                f"{parameter} given as a tuple must be (name, content) or (name, content, media"
                " type), the content being a path object, bytes or an open file"
            )
        name, content, kind = parts if len(parts) == 3 else (*parts, None)
    file = _file(parameter, content, max_bytes)
    if max_bytes is not None and file.size > max_bytes:
        raise ValueError(
            f"{parameter} is too large: it may have at most {max_bytes / 2**20:g} MB"
            f" ({max_bytes:,} bytes)"
        )
    found = media_type(file.read(_HEAD))
    file.seek(0)
    if name is not given:
        return name, file, kind
    name = _name(given)
    if not os.path.splitext(name)[1]:  # noqa: PTH122  a name need not be that of a path
        name = (name or parameter) + _ENDINGS.get(found or "", "")
    return name, file, found


def _name(given: Any) -> str:
    """Return the name of a file; empty where it has none."""
    named: Any = getattr(given, "name", "") if hasattr(given, "read") else given
    # Bytes have none, and that of an open file can be a number, its descriptor.
    is_name = isinstance(named, str) or hasattr(named, "__fspath__")
    return Path(os.fsdecode(named)).name if is_name else ""


def _file(parameter: str, content: Any, max_bytes: int | None) -> FileToSend:
    if isinstance(content, str) and content.startswith(("http://", "https://", "data:")):
        raise TypeError(f"{parameter} must be the path of a file or its content, not a URL")
    if isinstance(content, (str, os.PathLike)):
        return _of_path(parameter, Path(os.fsdecode(cast("Any", content))))
    if isinstance(content, (bytes, bytearray, memoryview)):
        return _of_bytes(cast("bytes", content))
    if not hasattr(content, "read"):
        raise TypeError(
            f"{parameter} must be the path of a file, bytes, an open file, or one of the last two"
            f" with a name, as (name, content); not {type(content).__name__}"
        )
    if isinstance(content, io.TextIOBase):
        raise TypeError(f"{parameter} is open for reading text; open it for bytes: open(..., 'rb')")
    if getattr(content, "closed", False) is True:
        raise ValueError(f"{parameter} is a closed file: pass its path, or an open file")
    if not _is_regular(content):
        raise ValueError(
            f"{parameter} must be a regular file, not an open pipe, socket or device, which may"
            " never end: read it and pass the bytes"
        )
    return _of_open(content, max_bytes)


def _of_bytes(content: bytes | bytearray | memoryview) -> FileToSend:
    view = memoryview(content).cast("B")
    return FileToSend(view.nbytes, lambda at, size: bytes(view[at : at + size]))


def _of_path(parameter: str, path: Path) -> FileToSend:
    # Opened for each piece: nothing is left open where a request is given up.
    before = path.stat()
    if not stat.S_ISREG(before.st_mode):
        raise ValueError(f"{parameter} must be a regular file, which {str(path)!r} is not")

    def read_at(position: int, size: int) -> bytes:
        with open_regular(path) as file:
            now = os.fstat(file.fileno())
            if (now.st_ino, now.st_size, now.st_mtime_ns) != _identity:
                raise OSError(errno.ESTALE, "the file was changed while it was sent", str(path))
            file.seek(position)
            return file.read(size)

    _identity = (before.st_ino, before.st_size, before.st_mtime_ns)
    return FileToSend(before.st_size, read_at)


def _is_regular(file: IO[bytes]) -> bool:
    """Return whether an open file, if it is one of the operating system, is a regular one."""
    try:
        descriptor = file.fileno()
    except (AttributeError, OSError, ValueError):  # it has none
        return True
    return stat.S_ISREG(os.fstat(descriptor).st_mode)


def _of_open(file: IO[bytes], max_bytes: int | None) -> FileToSend:
    try:
        size = file.seek(0, os.SEEK_END)
    except (AttributeError, OSError, ValueError):  # an object that can be read once
        return _of_bytes(file.read(-1 if max_bytes is None else max_bytes + 1))

    def read_at(position: int, size: int) -> bytes:
        file.seek(position)
        return file.read(size)

    return FileToSend(size, read_at)
