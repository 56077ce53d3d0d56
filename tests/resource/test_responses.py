"""`apertis._resource.lines`: cutting a body into lines."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apertis import ApertisError, APIResponse
from apertis._resource.lines import Lines
from tests.chat.test_accumulate import work_of


def lines_of(*pieces: bytes) -> list[str]:
    lines = Lines()
    return [line for piece in pieces for line in lines.feed(piece)] + lines.finish()


def response(content: bytes = b"", url: str = "https://example.com/v1/models") -> httpx.Response:
    return httpx.Response(200, content=content, request=httpx.Request("GET", url))


@given(st.lists(st.text("a\n\r\u2028\u00e9 \x85", max_size=4).map(str.encode)), st.data())
def test_lines_do_not_depend_on_the_cuts(pieces: list[bytes], data: st.DataObject) -> None:
    """The lines of a body are the same wherever the reads have cut it."""
    body = b"".join(pieces)
    expected = [line.decode() for line in re.split(rb"\r\n|\r|\n", body)]
    if expected[-1] == "":
        expected.pop()
    cut = data.draw(st.integers(0, len(body)))

    assert lines_of(*pieces) == expected
    assert lines_of(body[:cut], body[cut:]) == expected


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        ([], []),
        ([b""], []),
        ([b"\n"], [""]),
        ([b"\r", b""], [""]),
        ([b"a\r", b"\nb"], ["a", "b"]),
        ([b"a\r", b"b"], ["a", "b"]),
        ([b"a\r", b"", b"\r"], ["a", ""]),
        ([b"a\r\n", b"\nb\n"], ["a", "", "b"]),
        (["\N{SNOWMAN}\n".encode()[:2], "\N{SNOWMAN}\n".encode()[2:]], ["\N{SNOWMAN}"]),
        ([b"\xff\n"], [r"\xff"]),
    ],
)
def test_lines(pieces: list[bytes], lines: list[str]) -> None:
    """LF, CRLF and CR end a line; the last one needs no end; what is no UTF-8 is replaced."""
    assert lines_of(*pieces) == lines


def test_a_line_comes_when_it_is_whole() -> None:
    """A line is given as soon as it is known to have ended."""
    lines = Lines()

    assert [lines.feed(piece) for piece in (b"a", b"b\nc\r", b"d", b"\r\n")] == [
        [],
        ["ab"],
        ["c"],
        ["d"],
    ]


def test_a_piece_costs_the_same_at_any_place() -> None:
    """What a piece of a line costs does not depend on how long the line is already."""
    lines = Lines()
    lines.feed(b"xxxx")  # by which the encoding is known
    early = work_of(lambda: lines.feed(b"x"))
    for _ in range(1000):
        lines.feed(b"x")

    assert early == work_of(lambda: lines.feed(b"x"))


def test_an_answer_is_parsed_once() -> None:
    """`parse` gives the same each time; where it raises, it does so each time."""
    parsed: list[Any] = []

    def parse() -> object:
        parsed.append(object())
        return parsed[-1]

    def fail() -> object:
        parsed.append(None)
        raise ApertisError

    answer = APIResponse(response(), parse)
    failing = APIResponse(response(), fail)

    assert answer.parse() is answer.parse()
    assert len(parsed) == 1
    for _ in range(2):
        with pytest.raises(ApertisError):
            failing.parse()
    assert len(parsed) == 3


def test_a_body_in_its_forms() -> None:
    """The body is bytes, text and JSON; where it is no JSON, that is a `ValueError`."""
    answer = APIResponse(response('{"a": "\N{SNOWMAN}"}'.encode()), lambda: None)
    other = APIResponse(response(b"\xff"), lambda: None)

    assert (answer.content, answer.text) == ('{"a": "☃"}'.encode(), '{"a": "☃"}')
    assert answer.json() == {"a": "☃"}
    assert other.text == r"\xff"
    with pytest.raises(ValueError, match="Expecting value"):
        other.json()


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/v1/models",
        "https://example.com/v1/models?key=secret#secret",
        "https://user:secret@example.com/v1/models",
    ],
)
def test_what_an_answer_shows(url: str) -> None:
    """An answer shows its status and where it came from, without what may be a key."""
    answer = APIResponse(response(url=url), lambda: None)

    assert repr(answer) == "<APIResponse 200 https://example.com/v1/models>"
    assert answer.url == url
