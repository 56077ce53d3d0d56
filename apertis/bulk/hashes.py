"""Sets of hashes that take a dozen bytes for each, where a set of texts would take a hundred."""

from __future__ import annotations

from array import array
from typing import Final

__all__ = ["HashMap", "Hashes"]

_PARTS: Final = 256  # each grows by itself, so that growing never takes long
_SLOTS: Final = 8  # of a part, at first


class Hashes:
    """Remembers texts, and pairs of texts, by a hash of 64 bits.

    Two of a million different values have the same hash, and count as one, with a probability of
    less than one in ten million.
    """

    def __init__(self) -> None:
        # Open addressing with linear probing; 0 is a free slot.
        self._parts = [array("Q", bytes(8 * _SLOTS)) for _ in range(_PARTS)]
        self._counts = array("L", bytes(array("L").itemsize * _PARTS))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __contains__(self, value: str | tuple[str, str]) -> bool:
        if not self._count:
            return False
        part, at, _ = self._find(value)
        return part[at] != 0

    def add(self, value: str | tuple[str, str]) -> bool:
        """Add a value; return whether it is new."""
        part, at, key = self._find(value)
        if part[at]:
            return False
        part[at] = key
        self._count += 1
        number = key % _PARTS
        self._counts[number] += 1
        if self._counts[number] * 8 > len(part) * 7:
            self._grow(number)
        return True

    def _grow(self, number: int) -> None:
        """Double a part."""
        part = self._parts[number]
        larger = self._parts[number] = array("Q", bytes(16 * len(part)))
        for key in filter(None, part):
            larger[_slot(larger, key)] = key

    def _find(self, value: str | tuple[str, str]) -> tuple[array[int], int, int]:
        """Return the part and the slot where a value is or belongs, and its hash."""
        key = hash(value) & 0xFFFFFFFFFFFFFFFF or 1
        part = self._parts[key % _PARTS]
        return part, _slot(part, key), key


class HashMap(Hashes):
    """Remembers a number, 0 to 2**64 - 1, for each text or pair of texts: 0 if none is given."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = [array("Q", bytes(8 * _SLOTS)) for _ in range(_PARTS)]

    def get(self, value: str | tuple[str, str]) -> int | None:
        """Return the number of a value; None without one."""
        part, at, key = self._find(value)
        return self._numbers[key % _PARTS][at] if part[at] else None

    def __setitem__(self, value: str | tuple[str, str], number: int) -> None:
        self.add(value)
        _, at, key = self._find(value)
        self._numbers[key % _PARTS][at] = number

    def _grow(self, number: int) -> None:
        keys, numbers = self._parts[number], self._numbers[number]
        super()._grow(number)
        part = self._parts[number]
        larger = self._numbers[number] = array("Q", bytes(8 * len(part)))
        for key, each in zip(keys, numbers, strict=True):
            if key:
                larger[_slot(part, key)] = each


def _slot(part: array[int], key: int) -> int:
    last = len(part) - 1
    at = key // _PARTS & last
    while (found := part[at]) and found != key:
        at = (at + 1) & last
    return at
