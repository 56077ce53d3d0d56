"""Where the body of a response ends (RFC 9112, 6): by length, in chunks, or by the connection.

Each class takes the bytes of a connection as they arrive, and returns the body in them.
"""

from __future__ import annotations

import re

import httpx

from .fields import END_OF_FIELDS, check_size, malformed, parse_fields

__all__ = ["ChunkedFraming", "ClosingFraming", "Framing", "LengthFraming"]

_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,20})[ \t]*(?:;[^\r\n]*)?\r\n")
_PLAIN_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,20})\r\n")


class Framing:
    """What all have in common.

    Attributes:
        is_complete: Whether the whole body has been read.
        surplus: What followed it.
        failure: What is wrong with it; what came before that has been returned.
    """

    def __init__(self) -> None:
        self.is_complete = False
        self.surplus = b""
        self.failure: httpx.RemoteProtocolError | None = None

    def read(self, data: bytes) -> bytes:
        """Take the next bytes and return the part of the body that is in them."""
        raise NotImplementedError

    def end(self) -> None:
        """Take the end of the connection.

        Raises:
            httpx.RemoteProtocolError: it cuts the body.
        """
        raise NotImplementedError


class LengthFraming(Framing):
    """A body whose length was stated."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self._length = length
        self._left = length
        self.is_complete = not length

    def read(self, data: bytes) -> bytes:
        body = data[: self._left]
        self._left -= len(body)
        self.is_complete = not self._left
        if self.is_complete:
            self.surplus += data[len(body) :]
        return body

    def end(self) -> None:
        if self._left:
            received = self._length - self._left
            raise _cut(f"received {received} bytes, expected {self._length}")


class ClosingFraming(Framing):
    """A body that ends with the connection."""

    def read(self, data: bytes) -> bytes:
        return data

    def end(self) -> None:
        self.is_complete = True


class ChunkedFraming(Framing):
    """A body in chunks (RFC 9112, 7.1)."""

    def __init__(self) -> None:
        super().__init__()
        self._read_next = self._read_size
        self._held = b""  # the beginning of a line, or of trailers
        self._left = 0  # bytes of the chunk

    def read(self, data: bytes) -> bytes:
        if not (self._held or self._left or self.failure):
            # One event for each chunk, and one chunk for each read.
            chunk = _PLAIN_CHUNK.match(data)
            if chunk is not None and self._read_next == self._read_size:
                start = chunk.end()
                stop = start + int(chunk[1], 16)
                if stop > start and len(data) == stop + 2 and data.endswith(b"\r\n"):
                    return data[start:stop]
        return b"" if self.failure else self._read(data)

    def end(self) -> None:
        if not self.is_complete:
            raise _cut("incomplete chunked read")

    def _read(self, data: bytes) -> bytes:
        pieces: list[bytes] = []
        rest: bytes | None = self._held + data
        self._held = b""
        try:
            while rest and not self.is_complete:
                if self._left:
                    piece = rest[: self._left]
                    pieces.append(piece)
                    self._left -= len(piece)
                    rest = rest[len(piece) :]
                else:
                    before, rest = rest, self._read_next(rest)
                    if rest is None:
                        self._held = before
        except httpx.RemoteProtocolError as error:
            self.failure = error
        if self.is_complete:
            self.surplus += rest or b""
        return b"".join(pieces)

    # Each reads one thing and returns what follows it; None where it is not whole yet.

    def _read_size(self, data: bytes) -> bytes | None:
        chunk = _CHUNK.match(data)
        if chunk is None:
            if b"\n" in data:
                raise malformed("the size of a chunk", data)
            check_size(data, "the size of a chunk")
            return None
        self._left = int(chunk[1], 16)
        self._read_next = self._read_line_end if self._left else self._read_trailers
        return data[chunk.end() :]

    def _read_line_end(self, data: bytes) -> bytes | None:
        if not b"\r\n".startswith(data[:2]):
            raise malformed("the end of a chunk", data)
        if len(data) < 2:
            return None
        self._read_next = self._read_size
        return data[2:]

    def _read_trailers(self, data: bytes) -> bytes | None:
        """Read the fields behind the last chunk, which nobody needs."""
        empty = next((line for line in (b"\r\n", b"\n") if data.startswith(line)), None)
        if empty is not None:
            self.is_complete = True
            return data[len(empty) :]
        end = END_OF_FIELDS.search(data)
        if end is None:
            check_size(data, "the trailers of the response")
            return None
        parse_fields(data[: end.start()])
        self.is_complete = True
        return data[end.end() :]


def _cut(how: str) -> httpx.RemoteProtocolError:
    return httpx.RemoteProtocolError(
        f"the connection was closed before the whole body had come ({how})"
    )
