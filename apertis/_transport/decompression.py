"""Decompress bodies as RFC 1952 (gzip) and RFC 1950 (deflate) say, step by step.

httpx decompresses what it has received at once, a thousand times as much at worst; it reads only
the first member of a gzip body, and takes a body that ends early for a whole one.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any

from .._importing import httpx

__all__ = ["decompressed"]

NextPiece = Callable[[], Awaitable[bytes | None]]

_STEP = 64 * 1024

# An argument of zlib: which format to expect.
_GZIP = zlib.MAX_WBITS | 16
_ZLIB = zlib.MAX_WBITS
_RAW = -zlib.MAX_WBITS  # without the header that the RFC asks for; some servers leave it out

_FORMATS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": _ZLIB}


async def decompressed(encodings: str, next_piece: NextPiece) -> AsyncGenerator[bytes]:
    """Yield a body without the encoding that a Content-Encoding names, in steps of at most 64 KiB.

    Raises:
        httpx.DecodingError: it is not known, or there are several: what stands between them would
            have no limit. We ask for gzip and deflate only. Or the body is malformed, or cut.
    """
    names = [name.strip() for name in encodings.lower().split(",")]
    applied = [name for name in names if name not in ("", "identity")]
    if len(applied) > 1 or not _FORMATS.keys() >= {*applied}:
        shown = ", ".join(applied)[:80]
        raise httpx.DecodingError(f"the body has an unknown Content-Encoding: {shown!r}")
    data = b""
    while (not applied or len(data) < 2) and (piece := await next_piece()) is not None:
        if applied:
            data += piece
        else:
            yield piece
    while data:  # one member after the other
        format_ = _FORMATS[applied[0]]
        is_raw = format_ == _ZLIB and not _is_zlib(data)
        member = zlib.decompressobj(_RAW if is_raw else format_)
        async for step in _steps(member, data, next_piece):
            yield step
        # Another may follow, behind padding; what else follows is passed over.
        data = member.unused_data.lstrip(b"\0")
        while not (data[:1] == b"\x1f" and format_ == _GZIP):
            piece = await next_piece()
            if piece is None:
                return
            data = data or piece.lstrip(b"\0")


async def _steps(member: Any, data: bytes, next_piece: NextPiece) -> AsyncGenerator[bytes]:
    """Yield what a member means, which `data` begins."""
    while not member.eof:
        try:
            step = member.decompress(data, _STEP)
        except zlib.error as error:
            raise httpx.DecodingError(str(error)) from error
        data = member.unconsumed_tail
        if step:
            yield step
        elif not (data or member.eof):
            piece = await next_piece()
            if piece is None:
                raise httpx.DecodingError("the compressed body ended early")
            data = piece


def _is_zlib(data: bytes) -> bool:
    """Return whether data begins as RFC 1950, 2.2, says: method 8, and a multiple of 31."""
    return data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
