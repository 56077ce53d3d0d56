"""Cuts the body of a response into lines, as it arrives."""

from __future__ import annotations

import codecs
import json
import sys
from itertools import takewhile
from typing import Any

from apertis_client._runtime.json_text import decode_text

from .._importing import importing

__all__ = ["Lines"]


class Lines:
    """Cuts bytes into lines, wherever the reads happened to cut them.

    Args:
        content_type: The type of the body, whose charset counts where it is not in UTF-8.
        max_bytes: The most bytes of a line; None for no limit. Nothing is read after a longer one.

    Attributes:
        is_too_long: Whether there was a longer one.
    """

    def __init__(self, content_type: str = "", max_bytes: int | None = None) -> None:
        self.is_too_long = False
        self._content_type = content_type
        self._max_bytes = sys.maxsize if max_bytes is None else max_bytes
        self._start = b""  # what came before the encoding was known
        self._decoder: Any = None  # of UTF-16 or UTF-32, whose line ends are no single bytes
        self._is_known = content_type.startswith("text/event-stream")  # which is UTF-8
        self._rest: list[bytes] = []
        self._size = 0

    def feed(self, piece: bytes) -> list[str]:
        """Return the lines that end in this piece."""
        if not self._is_known:
            piece = self._start = self._start + piece
            if len(piece) < 4:
                return []
            self._find_encoding()
        if self._decoder is not None:
            piece = self._decoder.decode(piece).encode("utf-8", "surrogatepass")
        return self._cut(piece)

    def finish(self) -> list[str]:
        """Return the last line, if nothing ended it, and what was too short to be looked at."""
        lines = [] if self._is_known else self._cut(self._start)
        rest = b"".join(self._rest)
        return [*lines, *([self._text(rest.rstrip(b"\r\n"))] if rest else [])]

    def _find_encoding(self) -> None:
        self._is_known = True
        encoding = json.detect_encoding(self._start)
        if not encoding.startswith("utf-8"):
            with importing:  # as the codec may be
                self._decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")

    def _cut(self, piece: bytes) -> list[str]:
        # A CR at the end of what came before may have been half of a CRLF.
        ends_open = bool(self._rest) and self._rest[-1].endswith(b"\r")
        self._rest.append(piece)
        self._size += len(piece)
        lines: list[bytes] = []
        if ends_open or b"\n" in piece or b"\r" in piece:
            lines = b"".join(self._rest).splitlines(keepends=True)
            self._rest = [] if lines and lines[-1].endswith(b"\n") else lines[-1:]
            lines = lines[: len(lines) - len(self._rest)]
            self._size = sum(map(len, self._rest))
        lines = [line.rstrip(b"\r\n") for line in lines]
        within = list(takewhile(lambda line: len(line) <= self._max_bytes, lines))
        self.is_too_long = len(within) < len(lines) or self._size > self._max_bytes
        return list(map(self._text, within))

    def _text(self, line: bytes) -> str:
        return decode_text(line, self._content_type)
