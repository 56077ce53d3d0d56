"""Removes failures from an output whose rows have another line since, but not what they used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from apertis_client._runtime.json_text import encode_body

from .costs import BEFORE
from .journal import read_output

__all__ = ["merged_lines"]


def merged_lines(path: Path, again: Mapping[str, int]) -> Iterator[bytes]:
    """Yield the lines of an output, but of the failures of a row only one without a line behind it.

    Args:
        path: The output.
        again: By the id of a row that failed, how many lines it has behind the first.
    """
    left = dict(again)
    before: dict[str, list[Any]] = {}
    with path.open("rb") as lines:
        for line, (decoded, _) in zip(lines, read_output(path), strict=False):
            if decoded is None:
                continue
            key = str(decoded["id"])
            if "error" in decoded and left.get(key):
                left[key] -= 1
                used = [*decoded.get(BEFORE, ()), decoded.get("usage")]
                before.setdefault(key, []).extend(filter(None, used))
            elif used := before.pop(key, []):
                used = [*decoded.get(BEFORE, ()), *used]
                yield b'%b,"%b":%b}\n' % (line.rstrip()[:-1], BEFORE.encode(), encode_body(used))
            else:
                yield line
