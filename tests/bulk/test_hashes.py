"""`apertis.bulk.hashes`."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from apertis.bulk.hashes import Hashes


@given(st.lists(st.text(max_size=8)))
def test_they_are_a_set(values: list[str]) -> None:
    """Adding says whether a value is new, and what was added is there."""
    hashes = Hashes()
    seen: set[str] = set()

    for value in values:
        assert hashes.add(value) is (value not in seen)
        seen.add(value)

    assert len(hashes) == len(seen)
    assert all(value in hashes for value in values)
    assert "a text that is longer" not in hashes


def test_pairs_are_told_apart_from_their_texts() -> None:
    """A pair is a value of its own."""
    hashes = Hashes()
    hashes.add(("a", "b"))

    assert ("a", "b") in hashes
    assert ("b", "a") not in hashes
    assert "a" not in hashes


def test_a_hundred_thousand_take_less_than_two_megabytes() -> None:
    """Memory is a small part of that of a set of the texts, which takes 12 MB."""
    hashes = Hashes()
    for number in range(100_000):
        assert hashes.add(f"row-{number}")

    assert len(hashes) == 100_000
    assert sum(map(sys.getsizeof, hashes._parts)) < 2_000_000
    assert all(f"row-{number}" in hashes for number in range(0, 100_000, 97))
