"""`apertis_client._runtime.json_text`.

JSON is read and written alike, with the extra `orjson` and without.

Each test runs both ways; `json` says what is right.
"""

from __future__ import annotations

import enum
import json
import math
import uuid
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from apertis_client._runtime.json_text import encode_body, loads, without_halves

pytestmark = pytest.mark.each_json_library

NUMBERS = st.integers(-(2**63), 2**64 - 1)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON, st.booleans(), st.sampled_from([None, 1]))
def test_what_is_read_is_what_json_reads(value: Any, ascii_only: bool, indent: int | None) -> None:
    """Any JSON is read as `json` reads it, to the type."""
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)

    assert repr(loads(text)) == repr(json.loads(text))


@pytest.mark.parametrize("number", [2**64, -(2**63) - 1, 10**29])
def test_integers_beyond_64_bits(number: int, json_by: str) -> None:
    """An integer of more than 64 bits is exact with `json`, and the nearest float with orjson."""
    read = loads(f"[{number}]")[0]

    assert type(read) is (int if json_by == "json" else float)
    assert read == number if json_by == "json" else read == float(number)


@pytest.mark.parametrize(
    "text",
    [
        "18446744073709551615",
        "-9223372036854775808",
        "1234567890123456789012.5",
        "1e400",
        "-0",
        "-0.0",
        "1E5",
        "NaN",
        "[Infinity, -Infinity]",
        '"\\ud800"',
        '"\\ud83d\\ude00"',
        '"\ud800"',
        '"\\u0000"',
        '"\u2028\x7f"',
        '{"a": 1, "b": 2, "a": 3}',
        '{"20240718154233123456789": "20240718154233123456789"}',
        " [1] \n",
        "[" * 900 + "]" * 900,
    ],
    ids=lambda text: ascii(text[:30]),
)
def test_what_one_of_them_reads_otherwise_is_read_as_json_does(text: str) -> None:
    """NaN, lone surrogates, double members and deep nesting are what they were."""
    assert repr(loads(text)) == repr(json.loads(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r'"\ud83d"', "\ufffd"),
        (r'"\ud83d\uDE00\uD83D\\"', "\U0001f600\ufffd\\"),
        (r'"\ude00\ud83d\u0041"', "\ufffd\ufffdA"),
        (r'"\\ud83d\\\ud83d"', "\\ud83d\\\ufffd"),
        ('"a\ud83d b\ude00\U0001f600"', "a\ufffd b\ufffd\U0001f600"),
        (r'"\n\"\u00e9 \uFFFD"', '\n"\xe9 \ufffd'),
    ],
)
def test_halves_that_stay_alone_are_replaced(text: str, expected: str) -> None:
    """Whole characters, escaped or not, and what only looks like an escape stay as they are."""
    assert json.loads(without_halves(text)) == expected


@given(st.text(st.characters() | st.sampled_from("\ud83d\ude00"), max_size=8), st.booleans())
def test_no_half_is_left(value: str, escaped: bool) -> None:
    """Whatever a text is, its JSON is that of the characters in it, each half a U+FFFD."""
    text = without_halves(json.dumps(value, ensure_ascii=escaped))
    whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    assert json.loads(text) == whole


@pytest.mark.parametrize(
    "text", ["", " ", "{", "[1,]", "01", "1.", "{'a': 1}", '"\t"', "\ufeff{}", "{} {}", "nul"]
)
def test_what_is_no_json_is_a_value_error(text: str) -> None:
    """What `json` refuses is refused, in its words."""
    with pytest.raises(json.JSONDecodeError) as expected:
        json.loads(text)
    with pytest.raises(json.JSONDecodeError) as caught:
        loads(text)

    assert str(caught.value) == str(expected.value)


def without_fractions(value: Any) -> bool:
    """Return whether there are none of the numbers that are written with other letters."""
    if isinstance(value, dict):
        return all(map(without_fractions, value.values()))
    if isinstance(value, list):
        return all(map(without_fractions, value))
    return not isinstance(value, float)


@given(st.dictionaries(st.text(), JSON.filter(lambda value: "inf" not in repr(value))))
def test_what_is_written_is_what_json_writes(value: dict[str, Any]) -> None:
    """Any JSON is written as `json` writes it; numbers with a fraction are the same numbers."""
    expected = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    written = encode_body(value)

    assert json.loads(written) == value
    assert written == expected or not without_fractions(value)


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf], ids=repr)
@pytest.mark.parametrize("beside", [None, "null", 1], ids=repr)
def test_nan_is_refused_whatever_stands_beside(number: float, beside: Any) -> None:
    """NaN and infinity are never written as something else."""
    with pytest.raises(ValueError, match="may not hold NaN or infinity"):
        encode_body({"a": [beside, number]})


class Colour(enum.Enum):
    """Has values that are no text."""

    RED = "red"
    MANY = (1, "two")


class Word(enum.StrEnum):
    """Has members that are text."""

    YES = "yes"


class Named(dict[str, Any]):
    """A dict of another class."""


class Said(BaseModel):
    """A model of a program's own."""

    role: str = "user"
    content: object = Field(alias="content_")
    name: str | None = None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Said(content_="Hi"), b'{"a":{"role":"user","content_":"Hi"}}'),
        ([Said(content_=[1])], b'{"a":[{"role":"user","content_":[1]}]}'),
        (Colour.RED, b'{"a":"red"}'),
        (Colour.MANY, b'{"a":[1,"two"]}'),
        (Word.YES, b'{"a":"yes"}'),
        (uuid.UUID(int=1), b'{"a":"00000000-0000-0000-0000-000000000001"}'),
        (Named(b=1), b'{"a":{"b":1}}'),
        (2**64, b'{"a":18446744073709551616}'),
        (-(2**63) - 1, b'{"a":-9223372036854775809}'),
        ("\x00\x1f\x7f\u2028/", b'{"a":"\\u0000\\u001f\x7f\xe2\x80\xa8/"}'),
        ("\b\f\n\r\t", b'{"a":"\\b\\f\\n\\r\\t"}'),
    ],
    ids=repr,
)
def test_what_one_of_them_writes_otherwise_is_written_alike(value: Any, expected: bytes) -> None:
    """What only one of the two knows how to write goes out the same."""
    assert encode_body({"a": value}) == expected


def test_what_is_deep_is_written() -> None:
    """Nesting beyond what orjson writes is written."""
    value: Any = 1
    for _ in range(400):
        value = [value]

    assert json.loads(encode_body({"a": value})) == {"a": value}
