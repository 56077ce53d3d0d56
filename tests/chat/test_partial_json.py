"""`apertis.chat.partial_json`: JSON that is still being written."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apertis.chat.partial_json import PartialJSON
from tests.chat.test_accumulate import work_of


def value_of(pieces: Iterable[str]) -> Any:
    """Return what the pieces of a text say."""
    partial = PartialJSON()
    for piece in pieces:
        partial.feed(piece)
    return partial.value


SAID: list[tuple[str, Any]] = [
    ("", None),
    (" \n", None),
    ("{", {}),
    ("[", []),
    ('"', ""),
    ('"a', "a"),
    ('"a"', "a"),
    # A key shows with its value.
    ('{"a', {}),
    ('{"a"', {}),
    ('{"a":', {}),
    ('{"a": "', {"a": ""}),
    ('{"a": "x', {"a": "x"}),
    ('{"a": "x", "b', {"a": "x"}),
    ('{"a": {', {"a": {}}),
    ('{"a": [', {"a": []}),
    ('{"\\u0061\\n": [{"b": [', {"a\n": [{"b": []}]}),
    # A number or a literal shows when it is certain.
    ('{"a": 1', {}),
    ('{"a": 1.5e', {}),
    ('{"a": 1}', {"a": 1}),
    ('{"a": -1.5e-3 ', {"a": -1.5e-3}),
    ("[1, 23", [1]),
    ("[1, 23,", [1, 23]),
    ("[true, fals", [True]),
    ("[true, false, null]", [True, False, None]),
    ("12", None),
    ("12 ", 12),
    # Half an escape and half a surrogate pair do not show.
    ('"a\\', "a"),
    ('"a\\n', "a\n"),
    ('"a\\u26', "a"),
    ('"a\\u2603', "a\N{SNOWMAN}"),
    ('"a\\ud83d', "a"),
    ('"a\\ud83d\\', "a"),
    ('"a\\ud83d\\ude0', "a"),
    ('"a\\ud83d\\ude00', "a\N{GRINNING FACE}"),
    # ... but do where no other half comes, as in `json.loads`.
    ('"a\\ud83dx', "a\ud83dx"),
    ('"a\\ud83d\\n', "a\ud83d\n"),
    ('"a\\ud83d\\ud83d\\ude00"', "a\ud83d\N{GRINNING FACE}"),
    ('"a\\ude00"', "a\ude00"),
    ('"a\\ud83d"', "a\ud83d"),
    # What a model writes although JSON does not allow it.
    ('"a\nb', "a\nb"),
    # A name that is said twice counts twice, the last time for good.
    ('{"a": [1, 2], "b": 3, "a": "', {"a": "", "b": 3}),
]


@pytest.mark.parametrize(("text", "value"), SAID, ids=[repr(text) for text, _ in SAID])
def test_a_text_says_what_is_certain(text: str, value: Any) -> None:
    """A document that breaks off says what cannot change any more, wherever it was cut."""
    assert value_of([text]) == value
    assert value_of(text) == value


NO_JSON: list[tuple[str, Any]] = [
    ("Sure! Here you are:", None),
    ('Sure! {"a": 1}', None),
    ("```json\n{", None),
    ("$", None),
    ("}", None),
    (", 1", None),
    ('{"a": 1} Enjoy!', {"a": 1}),
    ("[1] [2]", [1]),
    ('{"a" 1}', {}),
    ("{a: 1}", {}),
    ('{"a": 1, }', {"a": 1}),
    ('{"a": 1 "b": 2}', {"a": 1}),
    ('{"a":: 1}', {}),
    ("[1, ]", [1]),
    ("[1, nul, 2]", [1]),
    ("[1, 01, 2]", [1]),
    ("[1, 1.2.3, 2]", [1]),
    ("[1}", [1]),
    ("{]", {}),
    ('["a\\x", 2]', ["a"]),
    ('["a\\uzzzz, and so on, and on", 2]', ["a"]),
    ("[" + "1" * 5000 + ", 2]", []),  # more than `int` takes
]


@pytest.mark.parametrize(("text", "value"), NO_JSON, ids=[text[:20] for text, _ in NO_JSON])
def test_what_is_no_json_changes_nothing(text: str, value: Any) -> None:
    """Text that is no JSON is no error: what was understood before it stays."""
    assert value_of([text]) == value
    assert value_of([*text, '"', "]", "}", ", 5]", "{"]) == value


def test_the_value_grows_in_place() -> None:
    """Dicts and lists are live: who looks once sees what comes later."""
    partial = PartialJSON()
    partial.feed('{"a": [{"b": "x')
    value = partial.value
    partial.feed('y"}, 1], "c": {"d": 2')
    partial.feed("}}")

    assert partial.value is value
    assert value == {"a": [{"b": "xy"}, 1], "c": {"d": 2}}


def test_a_string_that_was_read_stays_as_it_was() -> None:
    """The text that somebody took is not changed by what comes later."""
    partial = PartialJSON()
    partial.feed('["ab')
    taken = partial.value[0]
    partial.feed("cd")

    assert (taken, partial.value) == ("ab", ["abcd"])


def test_depth_is_no_matter() -> None:
    """Lists in lists beyond what Python could recurse into are followed all the same."""
    partial = PartialJSON()
    partial.feed("[" * 100_000)
    partial.feed("]" * 99_999)
    partial.feed(", 1]")

    assert partial.value[1] == 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=20,
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    value = draw(JSON)
    indent = draw(st.none() | st.integers(0, 3))
    return json.dumps(value, ensure_ascii=draw(st.booleans()), indent=indent)


def cut(text: str, places: Iterable[int]) -> Iterator[str]:
    begin = 0
    for place in sorted(places):
        yield text[begin:place]
        begin = place
    yield text[begin:]


def begins(part: Any, whole: Any) -> bool:
    """Return whether `whole` can be what `part` grows to."""
    if isinstance(whole, str):
        return isinstance(part, str) and whole.startswith(part)
    if isinstance(whole, list):
        return isinstance(part, list) and begins_row(part, whole)
    if isinstance(whole, dict):
        names = list(whole)[: len(part)]
        return list(part) == names and begins_row(list(part.values()), list(whole.values()))
    return type(part) is type(whole) and bool(part == whole)


def begins_row(part: list[Any], whole: list[Any]) -> bool:
    if not part:
        return True
    *done, last = part
    return done == whole[: len(done)] and begins(last, whole[len(done)])


@given(documents(), st.lists(st.integers(0, 1000)))
def test_any_document_may_be_cut_anywhere(text: str, places: list[int]) -> None:
    """On the way the value is a beginning of the document, and the document in the end."""
    whole = json.loads(text)
    partial = PartialJSON()
    for piece in cut(text, [place % (len(text) + 1) for place in places]):
        partial.feed(piece)
        assert partial.value is None or begins(partial.value, whole)
    partial.feed(" ")  # a number is certain when something follows

    assert partial.value == whole
    assert json.dumps(partial.value) == json.dumps(whole)


ESCAPES = st.sampled_from(
    ["a", "\u2603", "\\n", "\\\\", '\\"', "\\/", "\\u0061", "\\ud83d", "\\ude00", "\\uD83D\\uDE00"]
)


@given(st.lists(ESCAPES))
def test_any_escapes_may_be_cut_anywhere(escapes: list[str]) -> None:
    """Whatever escapes stand next to each other, they mean what they do for `json.loads`."""
    text = '"' + "".join(escapes) + '"'
    whole = json.loads(text)
    partial = PartialJSON()
    for char in text:
        partial.feed(char)
        assert partial.value is None or whole.startswith(partial.value)

    assert partial.value == whole


@given(st.lists(st.text(alphabet='{}[]",:\\ud8n1.e-trl x\n') | st.text()))
def test_no_text_makes_reading_fail(pieces: list[str]) -> None:
    """Whatever text comes, reading it raises nothing and does not depend on the cuts."""
    assert repr(value_of(pieces)) == repr(value_of(["".join(pieces)]))


@pytest.mark.parametrize(
    ("begin", "piece"),
    [
        ('{"a": "', "some text, "),
        ('{"a": "', "\\ud83d\\ude00"),
        ("[", '{"a": [1, "b"]}, '),
        ("", "[" * 10),
        ('{"', "a key, "),
        ("[1.", "12345678"),
        ("", "prose, and more, "),
        ("[] ", "prose, and more, "),
    ],
    ids=["text", "escapes", "items", "depth", "key", "number", "prose", "prose behind"],
)
def test_a_piece_costs_the_same_at_any_place(begin: str, piece: str) -> None:
    """What a piece costs does not depend on how much came before it."""
    partial = PartialJSON()
    partial.feed(begin + piece)
    early = work_of(lambda: partial.feed(piece))
    for _ in range(1000):
        partial.feed(piece)

    assert early == work_of(lambda: partial.feed(piece))


def test_a_long_text_is_not_copied() -> None:
    """A string of megabytes is lengthened, and shown, in the time that a short one takes."""

    def seconds(text: str) -> float:
        partial = PartialJSON()
        partial.feed('{"a": "' + text)
        return min(timed(partial) for _ in range(20))

    def timed(partial: PartialJSON) -> float:
        begin = time.perf_counter()
        for _ in range(50):
            partial.feed("word ")
            assert partial.value["a"].endswith("word ")
        return time.perf_counter() - begin

    short, long = seconds(""), seconds("x" * 8_000_000)

    assert long < 20 * short  # copying takes a hundred times as long, and more
