"""Removes failures from an output whose rows have another line since, but not what they used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from apertis_client._runtime.json_text import encode_body, loads

from .costs import BEFORE
from .hashes import HashMap
from .journal import read_output

__all__ = ["merged_lines"]


def merged_lines(path: Path, again: HashMap) -> Iterator[bytes]:
    """Yield the lines of an output, but of the failures of a row only one without a line behind it.

    Args:
        path: The output.
        again: By the id of a row that failed, how many lines it has behind the first; they are
            counted down.
    """
    failures = HashMap()  # the positions of those that used something, by their id and number
    with path.open("rb") as lines, path.open("rb") as earlier:
        end = 0
        for line, (decoded, position) in zip(lines, read_output(path), strict=False):
            start, end = end, position
            if decoded is None:
                continue
            key = str(decoded["id"])
            left = again.get(key)
            if left and "error" in decoded:
                again[key] = left - 1
                if _usage(decoded):
                    failures[key, str(len(_positions(key, failures)))] = start
            elif left == 0 and (positions := _positions(key, failures)):
                used = decoded.get(BEFORE, [])
                for each in positions:
                    earlier.seek(each)
                    used += _usage(loads(earlier.readline().decode()))
                yield b'%b,"%b":%b}\n' % (line.rstrip()[:-1], BEFORE.encode(), encode_body(used))
            else:
                yield line


def _positions(key: str, failures: HashMap) -> list[int]:
    """Return the positions of the failures of a row, in their order."""
    found: list[int] = []
    while (position := failures.get((key, str(len(found))))) is not None:
        found.append(position)
    return found


def _usage(failure: dict[str, Any]) -> list[Any]:
    """Return what a failure used, and those before it."""
    return [each for each in (*failure.get(BEFORE, ()), failure.get("usage")) if each]
