"""HTTP/1.1 (RFC 9112) as a client speaks it: requests to bytes, and bytes to responses; no I/O.

h11, which httpx uses, takes a third of the time of a call. This reads what h11 reads: also heads
with bare line feeds, folded fields, and a length that is stated twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

import httpx

__all__ = ["Head", "ResponseReader", "fields_of", "request_head"]

Headers = list[tuple[bytes, bytes]]

_MAX_HEAD_BYTES = 100 * 1024  # as httpcore

_END_OF_HEAD = re.compile(rb"\n\r?\n")
_STATUS_LINE = re.compile(rb"HTTP/([0-9]\.[0-9]) ([0-9]{3})(?: ([^\x00\n\r\f\v\x7f]*))?")
_FIELD = re.compile(rb"([-!#$%&'*+.^_`|~0-9a-zA-Z]+):([^\x00\n\r\f\v\x7f]*)")
_LENGTH = re.compile(rb"[0-9]{1,20}")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,20})[ \t]*(?:;[^\r\n]*)?\r\n")
_PLAIN_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,20})\r\n")


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


def request_head(method: str, target: str, headers: Iterable[tuple[str, str]]) -> bytes:
    """Return the head of a request.

    Raises:
        httpx.LocalProtocolError: a name or a value cannot be sent.
        UnicodeEncodeError: it is not ASCII.
    """
    lines = [f"{method} {target} HTTP/1.1", *map(": ".join, headers)]
    head = "\r\n".join(lines)
    if head.count("\n") >= len(lines) or head.count("\r") >= len(lines) or "\0" in head:
        raise httpx.LocalProtocolError("a header has a line end or a null character in it")
    return f"{head}\r\n\r\n".encode("ascii")


class _State(Enum):
    HEAD = "the head"
    LENGTH = "a body with a length"
    SIZE = "the size of a chunk"
    CHUNK = "the data of a chunk"
    CHUNK_END = "the line end behind a chunk"
    TRAILERS = "the fields behind the last chunk"
    CLOSE = "a body that ends with the connection"
    END = "nothing: the response is complete"


class ResponseReader:
    """Reads one response from the bytes of a connection.

    Args:
        method: The method of the request.

    Attributes:
        is_reusable: Whether the server lets the connection be used again.
        surplus: What followed the response.
    """

    def __init__(self, method: str) -> None:
        self._method = method
        self._state = _State.HEAD
        self._held = b""  # the beginning of a head, a line, or trailers
        self._left = 0  # bytes of the body, or of a chunk
        self._size = 0  # of the body so far
        self._failure: Exception | None = None
        self.is_reusable = False
        self.surplus = b""

    @property
    def is_complete(self) -> bool:
        """Whether the whole response has been read."""
        return self._state is _State.END

    def read_head(self, data: bytes) -> Head | None:
        """Take the next bytes and return the head once it is whole; `read` has the rest.

        Informational responses (1xx) are left out, but 101.

        Raises:
            httpx.RemoteProtocolError: the bytes are not the head of a response.
        """
        data = self._held + data if self._held else data
        while True:
            # A response does not begin with an empty line.
            end = _END_OF_HEAD.search(data)
            if end is None:
                if not b"HTTP/".startswith(data[:5]):
                    raise _malformed("the status line", data)
                _check_size(data, "the head of the response")
                self._held = data
                return None
            _check_size(data[: end.start()], "the head of the response")
            head = _parse_head(data[: end.start()])
            data = data[end.end() :]
            if head.status == 101 or head.status >= 200:
                break
        self._held = data
        self._begin_body(head)
        return head

    def read(self, data: bytes = b"") -> bytes:
        """Take the next bytes and return the part of the body that is in them.

        Raises:
            httpx.RemoteProtocolError: a chunk is malformed; what came before it was returned.
        """
        if self._failure is not None:
            raise self._failure
        state = self._state
        if state is _State.SIZE and not self._held:
            # One event for each chunk, and one chunk for each read.
            chunk = _PLAIN_CHUNK.match(data)
            if chunk is not None:
                start = chunk.end()
                stop = start + int(chunk[1], 16)
                if stop > start and len(data) == stop + 2 and data.endswith(b"\r\n"):
                    return data[start:stop]
        if self._held:
            data, self._held = self._held + data, b""
        if state is _State.LENGTH:
            body = data[: self._left]
            self._size += len(body)
            self._left -= len(body)
            if not self._left:
                self._finish(data[len(body) :])
            return body
        if state is _State.CLOSE:
            return data
        if state is _State.END:
            self.surplus += data
            return b""
        pieces: list[bytes] = []
        try:
            self._read_chunks(data, pieces)
        except httpx.RemoteProtocolError as error:
            self._failure = error
            if not pieces:
                raise
        return b"".join(pieces)

    def end(self) -> None:
        """Take the end of the connection.

        Raises:
            httpx.RemoteProtocolError: it cuts the response.
        """
        if self._failure is not None:
            raise self._failure
        if self._state is _State.CLOSE:
            self._finish(b"")
        elif self._state is _State.HEAD:
            sent = "a whole" if self._held else "a"
            raise httpx.RemoteProtocolError(
                f"the server disconnected without sending {sent} response"
            )
        elif self._state is _State.LENGTH:
            expected = self._size + self._left
            raise httpx.RemoteProtocolError(
                "the connection was closed before the whole body had come"
                f" (received {self._size} bytes, expected {expected})"
            )
        elif self._state is not _State.END:
            raise httpx.RemoteProtocolError(
                "the connection was closed before the whole body had come (incomplete chunked read)"
            )

    def _begin_body(self, head: Head) -> None:
        options = head.fields.get(b"connection", b"").lower().split(b",")
        is_upgraded = head.status == 101 or (self._method == "CONNECT" and head.status < 300)
        self.is_reusable = (
            head.version >= b"1.1" and not is_upgraded and b"close" not in map(bytes.strip, options)
        )
        length = _content_length(head)
        is_chunked = _is_chunked(head)
        if is_upgraded or self._method == "HEAD" or head.status in (204, 304):
            self._finish(self._held)
        elif is_chunked:
            self._state = _State.SIZE
        elif length is None:
            self.is_reusable = False
            self._state = _State.CLOSE
        elif length == 0:
            self._finish(self._held)
        else:
            self._state = _State.LENGTH
            self._left = length

    def _finish(self, surplus: bytes) -> None:
        self._state = _State.END
        self._held = b""
        self.surplus = surplus

    def _read_chunks(self, data: bytes, found: list[bytes]) -> None:
        """Add the data of chunks to `found`, and keep what is incomplete."""
        position = 0
        while self._state is not _State.END:
            if self._state is _State.CHUNK:
                piece = data[position : position + self._left]
                position += len(piece)
                self._left -= len(piece)
                if piece:
                    found.append(piece)
                if self._left:
                    return
                self._state = _State.CHUNK_END
            rest = data[position:]
            if self._state is _State.CHUNK_END:
                if not b"\r\n".startswith(rest[:2]):
                    raise _malformed("the end of a chunk", rest)
                if len(rest) < 2:
                    break
                position += 2
                self._state = _State.SIZE
            elif self._state is _State.SIZE:
                chunk = _CHUNK.match(rest)
                if chunk is None:
                    if b"\n" in rest:
                        raise _malformed("the size of a chunk", rest)
                    _check_size(rest, "the size of a chunk")
                    break
                position += chunk.end()
                self._left = int(chunk[1], 16)
                self._state = _State.CHUNK if self._left else _State.TRAILERS
            elif not self._read_trailers(rest):
                break
        if self._state is not _State.END:
            self._held = data[position:]

    def _read_trailers(self, rest: bytes) -> bool:
        """Read the fields behind the last chunk, which nobody needs; return whether they end."""
        empty = next((line for line in (b"\r\n", b"\n") if rest.startswith(line)), None)
        if empty is not None:
            self._finish(rest[len(empty) :])
            return True
        end = _END_OF_HEAD.search(rest)
        if end is None:
            _check_size(rest, "the trailers of the response")
            return False
        _parse_fields(rest[: end.start()])
        self._finish(rest[end.end() :])
        return True


def _parse_head(head: bytes) -> Head:
    line, _, fields = head.partition(b"\n")
    status = _STATUS_LINE.fullmatch(line.removesuffix(b"\r"))
    if status is None:
        raise _malformed("the status line", line)
    headers = _parse_fields(fields) if fields else []
    version, code, reason = status.groups(b"")
    return Head(int(code), reason, version, headers, fields_of(headers))


def fields_of(headers: Headers) -> dict[bytes, bytes]:
    """Return the values of headers by lower-case name, those of one name joined by commas."""
    fields: dict[bytes, bytes] = {}
    for name, value in headers:
        lower = name.lower()
        fields[lower] = fields[lower] + b", " + value if lower in fields else value
    return fields


def _parse_fields(lines: bytes) -> Headers:
    """Return the fields of a head (RFC 9112, 5); a folded one is joined by a space."""
    fields: Headers = []
    for line in lines.split(b"\n"):
        line = line.removesuffix(b"\r")
        field = _FIELD.fullmatch(line)
        if field is not None:
            name, value = field.groups()
            fields.append((name, value.strip(b" \t")))
        elif fields and line[:1] in (b" ", b"\t") and _FIELD.fullmatch(b"x:" + line):
            name, value = fields[-1]
            fields[-1] = name, value + b" " + line.strip(b" \t")
        else:
            raise _malformed("a header", line)
    return fields


def _content_length(head: Head) -> int | None:
    stated = head.fields.get(b"content-length")
    if stated is None:
        return None
    lengths = {length.strip() for length in stated.split(b",")}
    if len(lengths) > 1 or not _LENGTH.fullmatch(length := lengths.pop()):
        raise _malformed("the header Content-Length", stated)
    return int(length)


def _is_chunked(head: Head) -> bool:
    encoding = head.fields.get(b"transfer-encoding")
    if encoding is not None and encoding.lower() != b"chunked":
        raise _malformed("the header Transfer-Encoding", encoding)
    return encoding is not None


def _check_size(data: bytes, what: str) -> None:
    if len(data) > _MAX_HEAD_BYTES:
        raise httpx.RemoteProtocolError(f"{what} has more than {_MAX_HEAD_BYTES} bytes")


def _malformed(what: str, data: bytes) -> httpx.RemoteProtocolError:
    return httpx.RemoteProtocolError(f"{what} is malformed: {data[:60]!r}")
