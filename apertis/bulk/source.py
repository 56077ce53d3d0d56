"""The input of a run, read lazily: an iterable, an async iterable, a file, or standard input."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import sys
import threading
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from .._errors.tree import BulkInputError
from .files import TABLES, read_file, read_line

if TYPE_CHECKING:
    from apertis_client._runtime.operation import Operation

__all__ = ["AsyncRequests", "Requests", "Source", "input_file", "input_name", "is_rows"]

Requests = Iterable[Any] | os.PathLike[str] | str
AsyncRequests = Requests | AsyncIterable[Any]

STDIN: Final = Path("-")
_CHUNK: Final = 2**16
_AHEAD: Final = 8  # chunks


def input_file(requests: AsyncRequests) -> Path | None:
    """Return the file that an input is, ``-`` for standard input; None where it is an iterable."""
    return Path(requests) if isinstance(requests, (str, os.PathLike)) else None


def is_rows(requests: object) -> TypeGuard[Iterable[Any]]:
    """Return whether an input is an iterable of requests, which one request is not."""
    return isinstance(requests, Iterable) and not isinstance(requests, (str, Mapping))


def input_name(requests: AsyncRequests) -> str:
    """Return what messages call a request of an input, before its number."""
    path = input_file(requests)
    if path is None:
        return "request"
    name = "standard input" if path == STDIN else str(path)
    return f"{name}, {'row' if path.suffix.lower() in TABLES else 'line'}"


class Source:
    """Gives the requests of an input one after another.

    Raises:
        TypeError: the input is not one.
    """

    def __init__(self, requests: AsyncRequests, operation: Operation[Any]) -> None:
        path = input_file(requests)
        self._rows: AsyncIterator[Any] | Iterator[Any]
        if path is not None:
            is_file = (path != STDIN and path.is_file()) or path.suffix.lower() in TABLES
            self._rows = read_file(path, operation) if is_file else _read_stream(path)
        elif isinstance(requests, AsyncIterable):
            self._rows = aiter(requests)
        elif is_rows(requests):
            self._rows = iter(requests)
        else:
            raise TypeError(
                "requests must be an iterable of requests or the path of a file, not"
                f" {type(requests).__name__}"
            )
        self.number = 0
        """How many requests were read, empty lines included."""

    async def next(self) -> Any:
        """Return the next request, None for an empty line.

        Raises:
            StopAsyncIteration: there are no more.
        """
        if isinstance(self._rows, AsyncIterator):
            request = await anext(self._rows)
        else:
            try:
                request = next(self._rows)
            except StopIteration:
                raise StopAsyncIteration from None
        self.number += 1
        return request


async def _read_stream(path: Path) -> AsyncIterator[Any]:
    """Yield the requests of what is no regular file; calls go on while it is waited for.

    A thread of its own reads, as event loops cannot wait for every kind of file.
    """
    name = "standard input" if path == STDIN else str(path)
    chunks: asyncio.Queue[bytes | OSError] = asyncio.Queue(_AHEAD)
    loop = asyncio.get_running_loop()

    def hand_on(chunk: bytes | OSError) -> None:
        asyncio.run_coroutine_threadsafe(chunks.put(chunk), loop).result()

    def read() -> None:
        with contextlib.suppress(RuntimeError, CancelledError):  # the run has ended, and its loop
            try:
                with _opened(path) as file:
                    os.set_blocking(file.fileno(), True)
                    while chunk := file.read(_CHUNK):
                        hand_on(chunk)
                hand_on(b"")
            except OSError as error:
                hand_on(error)

    threading.Thread(target=read, name="apertis-bulk-input", daemon=True).start()
    number, rest = 0, b""
    while chunk := await chunks.get():
        if isinstance(chunk, OSError):
            raise BulkInputError(f"cannot read {name}: {chunk.strerror or chunk}") from chunk
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            number += 1
            yield read_line(line, number, name)
    if rest:
        yield read_line(rest, number + 1, name)


def _opened(path: Path) -> FileIO:
    if path != STDIN:
        return FileIO(path)
    if sys.stdin is None:
        raise OSError(errno.EBADF, "it is closed")
    return FileIO(sys.stdin.fileno(), closefd=False)
