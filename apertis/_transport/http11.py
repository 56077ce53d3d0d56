"""HTTP/1.1 (RFC 9112) as a client speaks it: requests to bytes, and bytes to responses; no I/O.

h11, which httpx uses, takes a third of the time of a call. This reads what h11 reads: also heads
with bare line feeds, folded fields, and a length that is stated twice.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable
from typing import NamedTuple

from .._importing import httpx

__all__ = [
    "MAX_HEAD_BYTES",
    "BodyReader",
    "Head",
    "join_values",
    "read_body",
    "read_head",
    "request_bytes",
]

Headers = list[tuple[bytes, bytes]]

_LARGE = 32 * 1024  # copying more than this takes longer than sending it by itself
MAX_HEAD_BYTES = 100 * 1024  # as httpcore

_STATUS_LINE = re.compile(rb"HTTP/([0-9]\.[0-9]) ([0-9]{3})(?: ([^\x00\n\r\f\v]*))?")
_LENGTH = re.compile(rb"[0-9]{1,20}")
_END_OF_FIELDS = re.compile(rb"\n\r?\n")
# The parts of a chunked body; what is `wrong` cannot become right by what follows.
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,20})[ \t]*(?:;[^\r\n]*)?\r\n|(?P<wrong>[^\n]*\n)")
_DIGITS = b"0123456789abcdefABCDEF"
_LINE_END = re.compile(rb"\r\n|(?P<wrong>..)", re.DOTALL)
_TRAILERS = re.compile(rb"(?:(.*?)\n)??\r?\n", re.DOTALL)
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

    @property
    def keeps_connection(self) -> bool:
        """Whether the server lets the connection be used again."""
        if self.version < b"1.1" or self.status == 101:
            return False
        options = self.fields.get(b"connection")
        return options is None or b"close" not in map(bytes.strip, options.lower().split(b","))


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


def read_head(data: bytes, most: int | None = MAX_HEAD_BYTES) -> tuple[Head | None, bytes]:
    """Return the head that data begins with, None if it is not whole yet, and what follows it.

    Informational responses (1xx) are left out, but 101.

    Raises:
        httpx.LocalProtocolError: the head has more than `most` bytes.
        httpx.RemoteProtocolError: the bytes are not the head of a response.
    """
    while True:
        # A response does not begin with an empty line.
        end = _END_OF_FIELDS.search(data)
        head = data if end is None else data[: end.start()]
        if most is not None and len(head) > most:
            limit = f"{most} bytes (max_header_bytes)"
            raise httpx.LocalProtocolError(f"the head of the response has more than {limit}")
        if end is None:
            if not b"HTTP/".startswith(data[:5]):
                if data[:2] == b"\x15\x03":  # an alert (RFC 8446, 6)
                    raise httpx.UnsupportedProtocol("the server speaks TLS: is https:// meant?")
                raise _malformed("the status line", data)
            return None, data
        parsed = _parse_head(head)
        data = data[end.end() :]
        if parsed.status == 101 or parsed.status >= 200:
            return parsed, data


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


# Where the body ends (RFC 9112, 6)


class End(NamedTuple):
    """The end of a body.

    Attributes:
        piece: What came of the body last.
        surplus: What followed the body.
        failure: What is wrong with it, to be raised once all that came before has been handed out.
    """

    piece: bytes
    surplus: bytes = b""
    failure: Exception | None = None


# Takes the bytes as they come, none at the end of the connection, and gives what is in them of the
# body; begins with what came with the head.
BodyReader = Generator[bytes, bytes, End]


def read_body(method: str, head: Head, data: bytes) -> BodyReader:
    """Return what reads the body of the response to a method, which `data` begins.

    Raises:
        httpx.RemoteProtocolError: a header says wrongly where the body ends, or it ends elsewhere.
    """
    length, is_chunked = _content_length(head), _is_chunked(head)
    if method == "HEAD" or head.status in (101, 204, 304):
        return _read_to_length(data, 0)
    if is_chunked:
        return _read_chunks(data)
    return _read_to_close(data) if length is None else _read_to_length(data, length)


def _read_to_length(data: bytes, length: int) -> BodyReader:
    left = length
    while len(data) < left:
        left -= len(data)
        data = yield data
        if not data:
            raise _cut(f"received {length - left} bytes, expected {length}")
    return End(data[:left], data[left:])


def _read_to_close(data: bytes) -> BodyReader:
    while True:
        data = yield data
        if not data:
            return End(data)


def _read_chunks(data: bytes) -> BodyReader:
    """Read a body in chunks (RFC 9112, 7.1)."""
    pieces: list[bytes] = []  # that have not been handed out
    try:
        while True:
            data = data or (yield from _more(pieces))
            digits, _, chunk = data.partition(b"\r\n")
            if digits and not digits.strip(_DIGITS) and not pieces:
                left = int(digits, 16)
                if left and len(chunk) == left + 2 and chunk.endswith(b"\r\n"):
                    # One event for each chunk, and one chunk for each read. If the connection has
                    # ended, no bytes come once more.
                    data = yield chunk[:-2]
                    continue
            size, rest = yield from _match(_SIZE, "the size of a chunk", data, pieces)
            left = int(size[1], 16)
            if not left:
                break
            while len(rest) < left:
                pieces.append(rest)
                left -= len(rest)
                rest = yield from _more(pieces)
            pieces.append(rest[:left])
            _, data = yield from _match(_LINE_END, "the end of a chunk", rest[left:], pieces)
        # The fields behind the last chunk, which nobody needs.
        end, data = yield from _match(_TRAILERS, "the trailers of the response", rest, pieces)
        if end[1] is not None:
            _parse_fields(end[1])
    except Exception as error:  # noqa: BLE001  nothing is lost that came before it
        return End(b"".join(pieces), failure=error)
    return End(b"".join(pieces), data)


def _match(
    pattern: re.Pattern[bytes], what: str, data: bytes, pieces: list[bytes]
) -> Generator[bytes, bytes, tuple[re.Match[bytes], bytes]]:
    """Return what data begins with, once it is whole, and what follows it."""
    while (found := pattern.match(data)) is None:
        if len(data) > MAX_HEAD_BYTES:  # more than a sane server sends
            raise httpx.LocalProtocolError(f"{what} has more than {MAX_HEAD_BYTES} bytes")
        data += yield from _more(pieces)
    if found.lastgroup == "wrong":
        raise _malformed(what, data)
    return found, data[found.end() :]


def _more(pieces: list[bytes]) -> Generator[bytes, bytes, bytes]:
    """Hand out the pieces of a body, and return what comes next."""
    piece = b"".join(pieces)
    pieces.clear()
    data = yield piece
    if not data:
        raise _cut("incomplete chunked read")
    return data


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
    values = {name.lower(): value for name, value in headers}
    if len(values) == len(headers):
        return values
    values.clear()
    for name, value in headers:
        lower = name.lower()
        values[lower] = values[lower] + b", " + value if lower in values else value
    return values


def _malformed(what: str, data: bytes) -> httpx.RemoteProtocolError:
    """Return the error for bytes that cannot be read."""
    return httpx.RemoteProtocolError(f"{what} is malformed: {data[:60]!r}")
