"""Decompress bodies as RFC 1952 (gzip) and RFC 1950 (deflate) say, step by step.

httpx decompresses what it has received at once, a thousand times as much at worst; it reads only
the first member of a gzip body, and takes a body that ends early for a whole one.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from .importing import importing

if TYPE_CHECKING:
    import httpx

__all__ = ["Decoder", "decode_strictly", "make_decoder"]

# Takes the next bytes, and gives what they mean in steps; no bytes are the end of the body.
Decoder = Callable[[bytes], Iterator[bytes]]

_STEP = 64 * 1024

# An argument of zlib: which format to expect.
_GZIP = zlib.MAX_WBITS | 16
_ZLIB = zlib.MAX_WBITS
_RAW = -zlib.MAX_WBITS  # without the header that the RFC asks for; some servers leave it out

_FORMATS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": _ZLIB}
# What servers write that encodes nothing.
_PLAIN = frozenset({"", "identity", "none", "utf-8", "utf8"})


def make_decoder(encodings: str) -> Decoder | None:
    """Return what undoes the encoding that a Content-Encoding names; None for none.

    Raises:
        httpx.DecodingError: it is not known, or there are several: what stands between them would
            have no limit. We ask for gzip and deflate only.
    """
    names = [name.strip() for name in encodings.lower().split(",")]
    applied = [name for name in names if name not in _PLAIN]
    if not applied:
        return None
    if len(applied) > 1 or applied[0] not in _FORMATS:
        shown = ", ".join(applied)[:80]
        raise _error(f"the body has an unknown Content-Encoding: {shown!r}")
    return _Decompressor(_FORMATS[applied[0]]).decode


def decode_strictly(response: httpx.Response) -> None:
    """Have httpx decompress a response, whose body it has not read yet, as this module does.

    Encodings that this module does not know are left to httpx.
    """
    changed: Any = response
    encodings = response.headers.get("content-encoding", "")
    if encodings.strip().lower() in _FORMATS:
        changed._decoder = _ContentDecoder(encodings)


class _ContentDecoder:
    """A decoder as httpx has them."""

    def __init__(self, encodings: str) -> None:
        self._decode: Any = make_decoder(encodings)

    def decode(self, data: bytes) -> bytes:
        return b"".join(self._decode(data)) if data else b""

    def flush(self) -> bytes:
        return b"".join(self._decode(b""))


class _Decompressor:
    """Undoes one encoding."""

    def __init__(self, format_: int) -> None:
        self._format = format_
        self._current: Any = None  # the decompressor of the member that has begun
        self._is_first = True
        self._is_over = False  # whether only padding follows
        self._held = b""  # too little to know the format

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield what the next bytes of the body mean; raise if it ends early."""
        if not data and (self._current is not None or self._held):
            raise _error("the compressed body ended early")
        data = self._held + data
        while data and not self._is_over:
            if self._current is None:
                data = self._begin(data)
                if self._current is None:
                    break
            yield from self._steps(self._current, data)
            data = self._current.unused_data
            if self._current.eof:
                self._current = None

    def _steps(self, member: Any, data: bytes) -> Iterator[bytes]:
        step = bytes(_STEP)
        while data or len(step) == _STEP:
            try:
                step = member.decompress(data, _STEP)
            except zlib.error as error:
                is_damaged = self._format != _RAW and "header" not in str(error)
                what = "" if is_damaged else "the body is not in its Content-Encoding: "
                raise _error(f"{what}{error}") from error
            data = member.unconsumed_tail
            if step:
                yield step

    def _begin(self, data: bytes) -> bytes:
        """Begin a member if one follows; return the data without the padding before it."""
        if self._is_first:
            self._held = data if self._format == _ZLIB and len(data) < 2 else b""
            if self._held:
                return b""
            if self._format == _ZLIB and not _is_zlib_header(data):
                self._format = _RAW
        else:
            data = data.lstrip(b"\0")
            self._is_over = bool(data) and not (self._format == _GZIP and data[0] == 0x1F)
            if self._is_over or not data:
                return b""
        self._is_first = False
        self._current = zlib.decompressobj(self._format)
        return data


def _error(message: str) -> httpx.DecodingError:
    with importing:
        import httpx

    return httpx.DecodingError(message)


def _is_zlib_header(data: bytes) -> bool:
    """Return whether data begins as RFC 1950, 2.2, says: method 8, and a multiple of 31."""
    return data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
