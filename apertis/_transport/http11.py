"""HTTP/1.1 (RFC 9112) as a client speaks it: requests to bytes, and bytes to responses; no I/O.

h11, which httpx uses, takes a third of the time of a call. This reads what h11 reads: also heads
with bare line feeds, folded fields, and a length that is stated twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import httpx

from .fields import END_OF_FIELDS, Headers, check_size, join_values, malformed, parse_fields
from .framing import ChunkedFraming, ClosingFraming, Framing, LengthFraming

__all__ = ["Head", "ResponseReader", "request_bytes"]

_LARGE = 32 * 1024  # copying more than this takes longer than sending it by itself

_STATUS_LINE = re.compile(rb"HTTP/([0-9]\.[0-9]) ([0-9]{3})(?: ([^\x00\n\r\f\v]*))?")
_LENGTH = re.compile(rb"[0-9]{1,20}")


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

    Attributes:
        framing: Reads the body; None until the head has come.
        is_reusable: Whether the server lets the connection be used again.
    """

    def __init__(self, method: str) -> None:
        self._method = method
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
            httpx.RemoteProtocolError: the bytes are not the head of a response.
        """
        data = self._held + data if self._held else data
        while True:
            # A response does not begin with an empty line.
            end = END_OF_FIELDS.search(data)
            head = data if end is None else data[: end.start()]
            check_size(head, "the head of the response")
            if end is None:
                if not b"HTTP/".startswith(data[:5]):
                    raise malformed("the status line", data)
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
        raise malformed("the status line", line)
    headers = parse_fields(fields) if fields else []
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
        raise malformed("the header Content-Length", stated)
    return int(length)


def _is_chunked(head: Head) -> bool:
    encoding = head.fields.get(b"transfer-encoding")
    if encoding is not None and encoding.lower() != b"chunked":
        raise malformed("the header Transfer-Encoding", encoding)
    return encoding is not None
