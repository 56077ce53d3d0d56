"""The events of a stream as they came, in little memory however many there are."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

__all__ = ["ReceivedEvents"]

_BLOCK: Final = 250  # events that are compressed together
_MOST_PLAIN: Final = 1_250  # most streams have fewer events, and pay nothing for compression
_SEPARATOR: Final = "\x1e"  # a control character, which no JSON text has (RFC 8259, 7)


class ReceivedEvents:
    """The JSON text of events, in order.

    Objects would take ten times the memory of text. Events are much alike, so that what long
    streams leave behind takes a fiftieth of that compressed, at a microsecond for each event.
    """

    def __init__(self) -> None:
        self._blocks: list[bytes] = []
        self._last: list[str] = []

    def append(self, text: str) -> None:
        """Add the JSON text of an event."""
        self._last.append(text)
        if len(self._last) > _MOST_PLAIN:
            joined = _SEPARATOR.join(self._last[:_BLOCK])
            del self._last[:_BLOCK]
            self._blocks.append(zlib.compress(joined.encode("utf-8", "surrogatepass"), 1))

    def __len__(self) -> int:
        return len(self._blocks) * _BLOCK + len(self._last)

    def __iter__(self) -> Iterator[str]:
        for block in self._blocks:
            yield from _texts(block)
        yield from self._last

    def __reversed__(self) -> Iterator[str]:
        yield from reversed(self._last)
        for block in reversed(self._blocks):
            yield from reversed(_texts(block))


def _texts(block: bytes) -> list[str]:
    return zlib.decompress(block).decode("utf-8", "surrogatepass").split(_SEPARATOR)
