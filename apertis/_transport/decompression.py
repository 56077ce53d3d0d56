"""Decompress bodies as RFC 1952 (gzip) and RFC 1950 (deflate) say, and notice those that were cut.

httpx reads only the first member of a gzip body, and takes a body that ends early for a whole one.
"""

from __future__ import annotations

import zlib
from typing import Any

__all__ = ["make_decoder"]

# An argument of zlib: which format to expect.
_GZIP = zlib.MAX_WBITS | 16
_ZLIB = zlib.MAX_WBITS
_RAW = -zlib.MAX_WBITS  # without the header that the RFC asks for; some servers leave it out

_FORMATS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": _ZLIB}


def make_decoder(encoding: str) -> _Decoder | None:
    """Return what decompresses a body; None for an encoding that is not known."""
    known = _FORMATS.get(encoding.strip().lower())
    return None if known is None else _Decoder(known)


class _Decoder:
    """A decoder of httpx. It is given pieces of at most 64 KiB, each at most 1,032 times that."""

    def __init__(self, format_: int) -> None:
        self._format = format_
        self._current: Any = None  # the decompressor of the member that has begun
        self._is_first = True
        self._is_over = False  # whether only padding follows
        self._held = b""  # too little to know the format

    def decode(self, data: bytes) -> bytes:
        """Return what the next piece of the body means."""
        decompressed: list[bytes] = []
        data = self._held + data
        while data and not self._is_over:
            if self._current is None:
                data = self._begin(data)
                if self._current is None:
                    break
            try:
                decompressed.append(self._current.decompress(data))
            except zlib.error as error:
                raise _decoding_error(str(error)) from error
            data = self._current.unused_data
            if self._current.eof:
                self._current = None
        return b"".join(decompressed)

    def flush(self) -> bytes:
        """Return nothing, as everything was returned; raise if the body was cut."""
        if self._current is not None or self._held:
            raise _decoding_error("the compressed body ended early")
        return b""

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


def _is_zlib_header(data: bytes) -> bool:
    """Return whether data begins as RFC 1950, 2.2, says: method 8, and a multiple of 31."""
    return data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0


def _decoding_error(message: str) -> Exception:
    import httpx

    return httpx.DecodingError(message)
