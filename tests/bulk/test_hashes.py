"""`apertis.bulk.hashes`."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from apertis.bulk.hashes import Hashes, HashMap


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


@given(st.lists(st.tuples(st.text(max_size=4), st.integers(0, 2**64 - 1))))
def test_a_map_has_the_last_number_of_each(items: list[tuple[str, int]]) -> None:
    """As a dict would."""
    numbers = HashMap()
    for value, number in items:
        numbers[value] = number

    assert {value: numbers.get(value) for value, _ in items} == dict(items)
    assert len(numbers) == len(dict(items))
    assert numbers.get("a text that is longer") is None


def test_a_map_keeps_its_numbers_while_it_grows() -> None:
    """Twenty thousand, in less than a megabyte."""
    numbers = HashMap()
    for number in range(20_000):
        numbers[f"row-{number}", "request"] = number * 2**40

    assert all(numbers.get((f"row-{n}", "request")) == n * 2**40 for n in range(20_000))
    assert sum(map(sys.getsizeof, numbers._parts + numbers._numbers)) < 1_000_000


def test_a_hundred_thousand_take_less_than_two_megabytes() -> None:
    """Memory is a small part of that of a set of the texts, which takes 12 MB."""
    hashes = Hashes()
    for number in range(100_000):
        assert hashes.add(f"row-{number}")

    assert len(hashes) == 100_000
    assert sum(map(sys.getsizeof, hashes._parts)) < 2_000_000
    assert all(f"row-{number}" in hashes for number in range(0, 100_000, 97))
