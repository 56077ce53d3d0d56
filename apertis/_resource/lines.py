"""Cuts the body of a response into lines, as it arrives."""

from __future__ import annotations

from apertis_client._runtime.json_text import decode_text

__all__ = ["Lines"]


class Lines:
    """Cuts bytes into lines, wherever the reads happened to cut them."""

    def __init__(self) -> None:
        self._rest: list[bytes] = []

    def feed(self, piece: bytes) -> list[str]:
        """Return the lines that end in this piece."""
        # A CR at the end of what came before may have been half of a CRLF.
        ends_open = bool(self._rest) and self._rest[-1].endswith(b"\r")
        self._rest.append(piece)
        if not (ends_open or b"\n" in piece or b"\r" in piece):
            return []
        lines = b"".join(self._rest).splitlines(keepends=True)
        self._rest = [] if lines and lines[-1].endswith(b"\n") else lines[-1:]
        return [_text(line) for line in lines[: len(lines) - len(self._rest)]]

    def finish(self) -> list[str]:
        """Return the last line, if nothing ended it."""
        return [_text(b"".join(self._rest))] if any(self._rest) else []


def _text(line: bytes) -> str:
    return decode_text(line.rstrip(b"\r\n"))
