"""The fields of a head or of trailers (RFC 9112, 5)."""

from __future__ import annotations

import re

import httpx

__all__ = ["END_OF_FIELDS", "Headers", "check_size", "join_values", "malformed", "parse_fields"]

Headers = list[tuple[bytes, bytes]]

END_OF_FIELDS = re.compile(rb"\n\r?\n")

_MAX_BYTES = 100 * 1024  # as httpcore
_FIELD = re.compile(rb"([-!#$%&'*+.^_`|~0-9a-zA-Z]+):([^\x00\n\r\f\v]*)")
_FIELDS = re.compile(rb"^%b\r?$" % _FIELD.pattern, re.MULTILINE)


def parse_fields(lines: bytes) -> Headers:
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
            raise malformed("a header", line)
    return fields


def join_values(headers: Headers) -> dict[bytes, bytes]:
    """Return the values by lower-case name, those of one name joined by commas."""
    values: dict[bytes, bytes] = {}
    for name, value in headers:
        lower = name.lower()
        values[lower] = values[lower] + b", " + value if lower in values else value
    return values


def check_size(data: bytes, what: str) -> None:
    """Raise `httpx.RemoteProtocolError` for more than a sane server sends."""
    if len(data) > _MAX_BYTES:
        raise httpx.RemoteProtocolError(f"{what} has more than {_MAX_BYTES} bytes")


def malformed(what: str, data: bytes) -> httpx.RemoteProtocolError:
    """Return the error for bytes that cannot be read."""
    return httpx.RemoteProtocolError(f"{what} is malformed: {data[:60]!r}")
