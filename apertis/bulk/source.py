"""The input of a run, read lazily: an iterable, an async iterable, a file, or standard input."""

from __future__ import annotations

import asyncio
import os
import stat
import sys
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .files import read_file, read_line

if TYPE_CHECKING:
    from apertis_client._runtime.operation import Operation

__all__ = ["AsyncRequests", "Requests", "Source", "input_file", "input_name"]

Requests = Iterable[Any] | os.PathLike[str] | str
AsyncRequests = Requests | AsyncIterable[Any]

_LONGEST_LINE = 2**28


def input_file(requests: AsyncRequests) -> Path | None:
    """Return the file that an input is, ``-`` for standard input; None where it is an iterable."""
    return Path(requests) if isinstance(requests, (str, os.PathLike)) else None


def input_name(requests: AsyncRequests) -> str:
    """Return what messages call a request of an input, before its number."""
    path = input_file(requests)
    if path is None:
        return "request"
    name = "standard input" if str(path) == "-" else str(path)
    return f"{name}, {'row' if path.suffix in ('.csv', '.parquet') else 'line'}"


class Source:
    """Gives the requests of an input one after another.

    Raises:
        TypeError: the input is not one.
    """

    def __init__(self, requests: AsyncRequests, operation: Operation[Any]) -> None:
        path = input_file(requests)
        self._rows: AsyncIterator[Any] | Iterator[Any]
        if path is not None:
            is_stdin = str(path) == "-"
            self._rows = _read_stdin() if is_stdin else read_file(path, operation)
        elif isinstance(requests, AsyncIterable):
            self._rows = aiter(requests)
        elif isinstance(requests, Iterable):
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


async def _read_stdin() -> AsyncIterator[Any]:
    """Yield the requests of standard input; calls go on while it is waited for."""
    lines = sys.stdin.buffer
    if stat.S_ISREG(os.fstat(lines.fileno()).st_mode):  # which event loops cannot wait for
        for number, line in enumerate(lines, 1):
            yield read_line(line, number, "standard input")
        return
    reader = asyncio.StreamReader(limit=_LONGEST_LINE)
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), lines)
    number = 0
    while line := await reader.readline():
        number += 1
        yield read_line(line, number, "standard input")
