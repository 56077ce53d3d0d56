"""HTTP/1.1 (RFC 9112) as a client speaks it: requests to bytes, and bytes to responses; no I/O.

h11, which httpx uses, takes a third of the time of a call. This reads what h11 reads: also heads
with bare line feeds, folded fields, and a length that is stated twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from .._importing import httpx

__all__ = ["MAX_HEAD_BYTES", "Framing", "Head", "ResponseReader", "join_values", "request_bytes"]

Headers = list[tuple[bytes, bytes]]

_LARGE = 32 * 1024  # copying more than this takes longer than sending it by itself
MAX_HEAD_BYTES = 100 * 1024  # as httpcore

_STATUS_LINE = re.compile(rb"HTTP/([0-9]\.[0-9]) ([0-9]{3})(?: ([^\x00\n\r\f\v]*))?")
_LENGTH = re.compile(rb"[0-9]{1,20}")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,20})[ \t]*(?:;[^\r\n]*)?\r\n")
_PLAIN_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,20})\r\n")
_END_OF_FIELDS = re.compile(rb"\n\r?\n")
_FIELD = re.compile(rb"([-!#$%&'*+.^_`|~0-9a-zA-Z]+):([^\x00\n\r\f\v]*)")
_FIELDS = re.compile(rb"^%b\r?$" % _FIELD.pattern, re.MULTILINE)


class Head(NamedTuple):
    """The head of a response.

    Attributes:
        status: The status code.
        reason: The text behind it.
        version: Of HTTP, as "1.1".
        headers: The names and values, in their order.
        fields: The values by lower-case name; those of several headers are joined by a comma.
    """

    status: int
    reason: bytes
    version: bytes
    headers: Headers
    fields: dict[bytes, bytes]

    @property
    def extensions(self) -> dict[str, bytes]:
        """What httpx and httpcore call the extensions of a response."""
        # Where the server left the reason out, httpx knows that of the status.
        reason = {"reason_phrase": self.reason} if self.reason else {}
        return {"http_version": b"HTTP/" + self.version, **reason}


def request_bytes(
    method: str, target: str, headers: Iterable[tuple[str, str]], content: bytes
) -> tuple[bytes, ...]:
    """Return what is sent of a request, in pieces that are worth a packet.

    Raises:
        httpx.LocalProtocolError: a name or a value cannot be sent.
        UnicodeEncodeError: it is not ASCII.
    """
    lines = [f"{method} {target} HTTP/1.1", *map(": ".join, headers)]
    head = "\r\n".join(lines)
    if head.count("\n") >= len(lines) or head.count("\r") >= len(lines) or "\0" in head:
        raise httpx.LocalProtocolError("a header has a line end or a null character in it")
    encoded = f"{head}\r\n\r\n".encode("ascii")
    return (encoded + content,) if len(content) < _LARGE else (encoded, content)


class ResponseReader:
    """Reads one response from the bytes of a connection.

    Args:
        method: The method of the request.
        max_head_bytes: The most bytes that the head may have; None for no limit.

    Attributes:
        framing: Reads the body; None until the head has come.
        is_reusable: Whether the server lets the connection be used again.
    """

    def __init__(self, method: str, max_head_bytes: int | None = MAX_HEAD_BYTES) -> None:
        self._method = method
        self._max_head_bytes = max_head_bytes
        self._held = b""  # the beginning of a head
        self.framing: Framing | None = None
        self.is_reusable = False

    @property
    def is_clean(self) -> bool:
        """Whether the whole response was read, and nothing came behind it."""
        framing = self.framing
        return framing is not None and framing.is_complete and not framing.surplus

    def read_head(self, data: bytes) -> tuple[Head, bytes] | None:
        """Take the next bytes and return the head once it is whole, and the body that came with it.

        Informational responses (1xx) are left out, but 101.

        Raises:
            httpx.LocalProtocolError: the head is too large.
            httpx.RemoteProtocolError: the bytes are not the head of a response.
        """
        data = self._held + data if self._held else data
        while True:
            # A response does not begin with an empty line.
            end = _END_OF_FIELDS.search(data)
            head = data if end is None else data[: end.start()]
            if self._max_head_bytes is not None and len(head) > self._max_head_bytes:
                most = f"{self._max_head_bytes} bytes (max_header_bytes)"
                raise httpx.LocalProtocolError(f"the head of the response has more than {most}")
            if end is None:
                if not b"HTTP/".startswith(data[:5]):
                    raise _malformed("the status line", data)
                self._held = data
                return None
            parsed = _parse_head(head)
            data = data[end.end() :]
            if parsed.status == 101 or parsed.status >= 200:
                break
        self.framing = self._framing_of(parsed)
        return parsed, self.framing.read(data)

    def end(self) -> None:
        """Take the end of the connection.

        Raises:
            httpx.RemoteProtocolError: it cuts the response.
        """
        if self.framing is not None:
            self.framing.end()
        else:
            sent = "a whole" if self._held else "a"
            message = f"the server disconnected without sending {sent} response"
            raise httpx.RemoteProtocolError(message)

    def _framing_of(self, head: Head) -> Framing:
        self.is_reusable = head.version >= b"1.1" and head.status != 101
        options = head.fields.get(b"connection")
        if options is not None and b"close" in map(bytes.strip, options.lower().split(b",")):
            self.is_reusable = False
        length, is_chunked = _content_length(head), _is_chunked(head)
        if self._method == "HEAD" or head.status in (101, 204, 304):
            return LengthFraming(0)
        if is_chunked:
            return ChunkedFraming()
        if length is None:
            self.is_reusable = False
            return ClosingFraming()
        return LengthFraming(length)


def _parse_head(head: bytes) -> Head:
    line, _, fields = head.partition(b"\n")
    status = _STATUS_LINE.fullmatch(line.removesuffix(b"\r"))
    if status is None:
        raise _malformed("the status line", line)
    headers = _parse_fields(fields) if fields else []
    version, code, reason = status.groups(b"")
    return Head(int(code), reason, version, headers, join_values(headers))


def _content_length(head: Head) -> int | None:
    stated = head.fields.get(b"content-length")
    if stated is None:
        return None
    if _LENGTH.fullmatch(stated):
        return int(stated)
    lengths = {length.strip() for length in stated.split(b",")}
    if len(lengths) > 1 or not _LENGTH.fullmatch(length := lengths.pop()):
        raise _malformed("the header Content-Length", stated)
    return int(length)


def _is_chunked(head: Head) -> bool:
    encoding = head.fields.get(b"transfer-encoding")
    if encoding is not None and encoding.lower() != b"chunked":
        raise _malformed("the header Transfer-Encoding", encoding)
    return encoding is not None


# Where the body ends (RFC 9112, 6).


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
                raise _malformed("the size of a chunk", data)
            _check_size(data, "the size of a chunk")
            return None
        self._left = int(chunk[1], 16)
        self._read_next = self._read_line_end if self._left else self._read_trailers
        return data[chunk.end() :]

    def _read_line_end(self, data: bytes) -> bytes | None:
        if not b"\r\n".startswith(data[:2]):
            raise _malformed("the end of a chunk", data)
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
        end = _END_OF_FIELDS.search(data)
        if end is None:
            _check_size(data, "the trailers of the response")
            return None
        _parse_fields(data[: end.start()])
        self.is_complete = True
        return data[end.end() :]


def _cut(how: str) -> httpx.RemoteProtocolError:
    return httpx.RemoteProtocolError(
        f"the connection was closed before the whole body had come ({how})"
    )


# Fields (RFC 9112, 5)


def _parse_fields(lines: bytes) -> Headers:
    """Return names and values; a value that is folded is joined by spaces.

    Raises:
        httpx.RemoteProtocolError: a line is malformed.
    """
    found = _FIELDS.findall(lines)
    if len(found) == lines.count(b"\n") + 1:
        return [(name, value.strip(b" \t")) for name, value in found]
    fields: Headers = []  # one is folded, or malformed
    for ended in lines.split(b"\n"):
        line = ended.removesuffix(b"\r")
        field = _FIELD.fullmatch(line)
        if field is not None:
            name, value = field.groups()
            fields.append((name, value.strip(b" \t")))
        elif fields and line[:1] in (b" ", b"\t") and _FIELD.fullmatch(b"x:" + line):
            name, value = fields[-1]
            fields[-1] = name, b" ".join([value, line.strip(b" \t")]).strip()
        else:
            raise _malformed("a header", line)
    return fields


def join_values(headers: Headers) -> dict[bytes, bytes]:
    """Return the values by lower-case name, those of one name joined by commas."""
    values: dict[bytes, bytes] = {}
    for name, value in headers:
        lower = name.lower()
        values[lower] = values[lower] + b", " + value if lower in values else value
    return values


def _check_size(data: bytes, what: str) -> None:
    """Raise `httpx.RemoteProtocolError` for more than a sane server sends."""
    if len(data) > MAX_HEAD_BYTES:
        raise httpx.RemoteProtocolError(f"{what} has more than {MAX_HEAD_BYTES} bytes")


def _malformed(what: str, data: bytes) -> httpx.RemoteProtocolError:
    """Return the error for bytes that cannot be read."""
    return httpx.RemoteProtocolError(f"{what} is malformed: {data[:60]!r}")
