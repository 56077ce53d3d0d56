"""`apertis_client._runtime.event_stream`: from bytes to events to models."""

from __future__ import annotations

import json
import re
import sys
import tracemalloc
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from apertis_client._runtime.event_stream import EventDecoder, ModelDecoder, ServerSentEvent
from apertis_client.api.chat import create_chat_completion
from apertis_client.errors import IncompleteStream, StreamError
from apertis_client.models import ChatCompletionChunk

pytestmark = pytest.mark.each_json_library

Events = list[tuple[bytes, bytes]]

CASES: dict[str, tuple[bytes, Events]] = {
    "LF": (b"data: a\n\ndata: b\n\n", [(b"a", b""), (b"b", b"")]),
    "CRLF": (b"data: a\r\n\r\ndata: b\r\n\r\n", [(b"a", b""), (b"b", b"")]),
    "CR": (b"data: a\r\rdata: b\r\r", [(b"a", b""), (b"b", b"")]),
    "mixed line endings": (
        b"data: a\r\n\ndata: b\n\r\ndata: c\r\r\ndata: d\n\rdata: e\r\r",
        [(b"a", b""), (b"b", b""), (b"c", b""), (b"d", b""), (b"e", b"")],
    ),
    "byte order mark": (b"\xef\xbb\xbfdata: a\n\n", [(b"a", b"")]),
    "byte order mark and nothing else": (b"\xef\xbb\xbf", []),
    "byte order mark before a blank line": (b"\xef\xbb\xbf\n\ndata: a\n\n", [(b"a", b"")]),
    "byte order mark twice": (b"\xef\xbb\xbf\xef\xbb\xbfdata: a\n\ndata: b\n\n", [(b"b", b"")]),
    "byte order mark later": (b"data: a\n\n\xef\xbb\xbfdata: b\n\n", [(b"a", b"")]),
    "byte order mark inside data": (b"data: \xef\xbb\xbf\n\n", [(b"\xef\xbb\xbf", b"")]),
    "half a byte order mark": (b"\xef\xbbdata: a\n\ndata: b\n\n", [(b"b", b"")]),
    "comment": (b": OPENROUTER PROCESSING\n\ndata: a\n\n", [(b"a", b"")]),
    "comment inside an event": (b"data: a\n: ping\ndata: b\n\n", [(b"a\nb", b"")]),
    "comment without text": (b":\n\ndata: a\n:\n\n", [(b"a", b"")]),
    "data over several lines": (b"data: a\ndata: b\ndata: c\n\n", [(b"a\nb\nc", b"")]),
    "data over several lines, CRLF": (b"data: a\r\ndata: b\r\n\r\n", [(b"a\nb", b"")]),
    "data without a space": (b"data:a\n\n", [(b"a", b"")]),
    "one space alone is removed": (b"data:  a \n\n", [(b" a ", b"")]),
    "a tab is no space": (b"data:\ta\n\n", [(b"\ta", b"")]),
    "colons in data": (b"data: a: b:c\n\n", [(b"a: b:c", b"")]),
    "data without a colon": (b"data\n\n", [(b"", b"")]),
    "data without a colon, twice": (b"data\ndata\n\n", [(b"\n", b"")]),
    "empty data": (b"data:\n\ndata: \n\n", [(b"", b""), (b"", b"")]),
    "empty line in data": (b"data: a\ndata:\ndata: b\n\n", [(b"a\n\nb", b"")]),
    "event name": (b"event: error\ndata: a\n\ndata: b\n\n", [(b"a", b"error"), (b"b", b"")]),
    "event name after the data": (b"data: a\nevent: error\n\n", [(b"a", b"error")]),
    "event name without a space": (b"event:error\ndata: a\n\n", [(b"a", b"error")]),
    "last event name counts": (b"event: a\nevent: b\ndata: c\n\n", [(b"c", b"b")]),
    "event name taken back": (b"event: a\nevent\ndata: c\n\n", [(b"c", b"")]),
    "event name taken back by an empty one": (b"event: a\nevent:\ndata: c\n\n", [(b"c", b"")]),
    "event without data": (b"event: ping\n\ndata: a\n\n", [(b"a", b"")]),
    "id and retry": (b"id: 1\nretry: 10\ndata: a\n\nid: 2\n\n", [(b"a", b"")]),
    "unknown field": (b"datum: x\nfoo\ndata: a\nDATA: y\n\n", [(b"a", b"")]),
    "fields that begin alike": (b"database: x\nevents: y\ndata : z\ndata: a\n\n", [(b"a", b"")]),
    "space before a field": (b" data: x\n\ndata: a\n\n", [(b"a", b"")]),
    "line separators of Unicode in data": (
        "data: a\u2028b\u2029c\u0085d\n\n".encode(),
        [("a\u2028b\u2029c\u0085d".encode(), b"")],
    ),
    "control characters in data": (
        b"data: a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\0h\n\n",
        [(b"a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\0h", b"")],
    ),
    "characters of several bytes": (
        "data: grüß 日本 🎉\n\n".encode(),
        [("grüß 日本 🎉".encode(), b"")],
    ),
    "bytes that are no UTF-8": (b"data: \xff\xfe\xc3\n\n", [(b"\xff\xfe\xc3", b"")]),
    "many blank lines": (b"\n\n\r\n\r\rdata: a\n\n\n\n\r\r\n", [(b"a", b"")]),
    "last event without its blank line": (b"data: a\n\ndata: b\n", [(b"a", b""), (b"b", b"")]),
    "last line without its end": (b"data: a\n\ndata: b", [(b"a", b""), (b"b", b"")]),
    "last line ends with CR": (b"data: a\r\rdata: b\r", [(b"a", b""), (b"b", b"")]),
    "last event named": (b"event: x\ndata: a", [(b"a", b"x")]),
    "name alone at the end": (b"data: a\n\nevent: x", [(b"a", b"")]),
    "nothing": (b"", []),
    "blank lines alone": (b"\n\r\n\r", []),
}
EACH_CASE = pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())


def decoded(pieces: Iterable[bytes]) -> list[ServerSentEvent]:
    decoder = EventDecoder()
    events = [event for piece in pieces for event in decoder.feed(piece)]
    return events + decoder.finish()


def in_bytes(body: bytes) -> list[bytes]:
    return [body[at : at + 1] for at in range(len(body))]


def cut(body: bytes, places: Iterable[int]) -> list[bytes]:
    edges = [0, *sorted(place % (len(body) + 1) for place in places), len(body)]
    return [body[start:end] for start, end in pairwise(edges)]


def by_the_standard(body: bytes, *, ended: bool = True) -> Events:
    """Read a body as the standard words it; its end, if it has come, counts as a blank line."""
    events: Events = []
    data, name = b"", b""
    lines = re.split(rb"\r\n|\n|\r", body.removeprefix(b"\xef\xbb\xbf"))
    for line in [*lines, b""] if ended else lines[:-1]:
        if line == b"":
            if data:
                events.append((data[:-1], name))
            data, name = b"", b""
            continue
        field, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if field == b"data":
            data += value + b"\n"
        elif field == b"event":
            name = value
    return events


@EACH_CASE
def test_a_body_is_read_as_the_standard_says(body: bytes, expected: Events) -> None:
    """A body gives the events that the WHATWG standard finds in it."""
    assert expected == decoded([body])
    assert expected == by_the_standard(body)


@EACH_CASE
def test_a_cut_changes_nothing(body: bytes, expected: Events) -> None:
    """Wherever a read cuts a body in two, the events are the same."""
    for place in range(len(body) + 1):
        assert expected == decoded([body[:place], body[place:]]), f"cut at {place}"


@EACH_CASE
def test_one_byte_at_a_time_changes_nothing(body: bytes, expected: Events) -> None:
    """A body that arrives byte by byte gives the same events, empty reads in between included."""
    assert expected == decoded(in_bytes(body))
    assert expected == decoded(piece for byte in in_bytes(body) for piece in (b"", byte, b""))


@EACH_CASE
def test_an_event_is_reported_as_soon_as_it_is_complete(body: bytes, expected: Events) -> None:
    """An event is reported with the byte that ends its blank line, and none is reported twice."""
    decoder = EventDecoder()
    seen: list[ServerSentEvent] = []
    for fed, byte in enumerate(in_bytes(body), 1):
        seen += decoder.feed(byte)
        assert by_the_standard(body[:fed], ended=False) == seen

    assert expected == seen + decoder.finish()


TOKENS = st.sampled_from(
    [
        b"data",
        b"event",
        b"id",
        b"retry",
        b":",
        b": ",
        b" ",
        b"\n",
        b"\r",
        b"\r\n",
        b"\n\n",
        b"\xef\xbb\xbf",
        b"{}",
        b"[DONE]",
        "\u2028\u0085é".encode(),
        b"\x00",
        b"\xff",
        b"data: x",
    ]
)


AGAINST_THE_STANDARD = re.compile(
    rb"(?!data:)(\s*[{\[]|[\s\xef\xbb\xbf]*data\s*:\s*[{\[]|error(:|$))", re.IGNORECASE
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b"error: b", (b"b", b"error")),
        (b'error:{"b": 1}', (b'{"b": 1}', b"error")),
        (b'Data: {"b": 1}', (b'{"b": 1}', b"")),
        (b'\xef\xbb\xbfdata:[{"b": 1}]', (b'[{"b": 1}]', b"")),
        (b" data : [DONE]", (b"[DONE]", b"")),
        (b'[\n {"b": 1}\n]', (b'[\n {"b": 1}\n]', b"")),
    ],
)
def test_what_the_standard_passes_over_is_read(line: bytes, expected: tuple[bytes, bytes]) -> None:
    """Errors and JSON after other field names, or after none, are events."""
    body = b"data: a\n\n" + line + b"\n\ndata: c\n\n"

    assert decoded([body]) == decoded(in_bytes(body)) == [(b"a", b""), expected, (b"c", b"")]


@given(st.lists(TOKENS | st.binary(max_size=3)).map(b"".join), st.lists(st.integers(min_value=0)))
def test_any_bytes_in_any_pieces_are_read_as_the_standard_says(
    body: bytes, places: list[int]
) -> None:
    """No bytes make the decoder raise or differ from the standard, and no cuts do.

    Lines that are read against the standard are left out: JSON without a field name or after one
    that is not spelled as it should be.
    """
    lines = re.split(rb"[\r\n]", body.removeprefix(b"\xef\xbb\xbf"))
    assume(not any(map(AGAINST_THE_STANDARD.match, lines)))
    expected = by_the_standard(body)

    assert expected == decoded(cut(body, places))
    assert expected == decoded(in_bytes(body))


LINE = st.text(st.characters(exclude_characters="\r\n", codec="utf-8"), max_size=8).map(str.encode)
COMMENTS = st.lists(LINE.map(b":%b".__mod__), max_size=2)


@st.composite
def streams(draw: st.DrawFn) -> tuple[bytes, Events]:
    """Draw a stream with any line endings, comments and fields of no meaning, and its events."""
    body, events = b"", list[tuple[bytes, bytes]]()
    for _ in range(draw(st.integers(0, 4))):
        data, name = draw(st.lists(LINE, max_size=3)), draw(st.none() | LINE)
        lines = [b"data: %b" % line for line in data]
        if name is not None:
            lines.insert(draw(st.integers(0, len(lines))), b"event: %b" % name)
        lines.append(draw(st.sampled_from([b"id: 7", b"retry: 1", b"unknown", b": "])))
        if data:
            events.append((b"\n".join(data), name or b""))
        with_comments = [item for line in lines for item in (*draw(COMMENTS), line)]
        for line in (*with_comments, b""):
            end = draw(st.sampled_from([b"\n", b"\r\n", b"\r"]))
            if not line and body.endswith(b"\r") and end == b"\n":
                end = b"\r"  # CR and LF in a row would be one line ending
            body += line + end
    return body, events


@given(streams(), st.lists(st.integers(min_value=0)))
def test_line_endings_comments_and_cuts_change_nothing(
    stream: tuple[bytes, Events], places: list[int]
) -> None:
    """Any line endings, any comments in between and any cuts give the same events."""
    body, expected = stream

    assert expected == decoded(cut(body, places))


def test_a_large_event_is_not_copied_with_every_piece() -> None:
    """A read costs what it brings, however much of the event was there before."""
    piece = b"x" * 2**16
    decoder = EventDecoder()
    decoder.feed(b"data: ")
    tracemalloc.start()
    try:
        for number in range(64):
            tracemalloc.reset_peak()
            before, _ = tracemalloc.get_traced_memory()
            assert decoder.feed(piece) == []
            _, peak = tracemalloc.get_traced_memory()
            assert peak - before < 3 * len(piece), f"piece {number} made the decoder copy more"
    finally:
        tracemalloc.stop()

    assert decoder.feed(b"\n\n") == [(b"x" * 2**22, b"")]


def test_a_large_event_may_come_byte_by_byte() -> None:
    """An event of a megabyte that arrives one byte at a time is joined once, at its end."""
    decoder = EventDecoder()
    for byte in in_bytes(b"data: " + b"x" * 2**20):
        decoder.feed(byte)
    calls = calls_made(lambda: decoder.feed(b"\n"))

    assert calls["join"] == 1
    assert decoder.feed(b"\n") == [(b"x" * 2**20, b"")]


@pytest.mark.parametrize(
    "body",
    [b"data: " + b"x" * 4000, b"data: x\n" * 500, b": ping\n\n" * 500, b"data: x\n\n" * 500],
    ids=["one long line", "many lines", "comments", "many events"],
)
def test_a_byte_costs_the_same_at_any_place(body: bytes) -> None:
    """Work for the second half of a body is that for its first half."""
    decoder = EventDecoder()
    first, second = body[: len(body) // 2], body[len(body) // 2 :]
    costs = [
        sum(calls_made(lambda half=half: [decoder.feed(b) for b in in_bytes(half)]).values())
        for half in (first, second)
    ]

    assert abs(costs[0] - costs[1]) < len(body) // 50


def calls_made(function: Any) -> dict[str, int]:
    """Return how often each function was called, by name, while `function` ran."""
    calls: dict[str, int] = {"join": 0}

    def count(_frame: Any, event: str, called: Any) -> None:
        if event in ("call", "c_call"):
            name = getattr(called, "__name__", "")
            calls[name] = calls.get(name, 0) + 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        function()
    finally:
        sys.setprofile(before)
    return calls


def models(body: bytes, pieces: int = 1) -> tuple[list[ChatCompletionChunk], bool]:
    decoder = ModelDecoder(create_chat_completion.OPERATION)
    size = max(1, len(body) // pieces)
    found = [
        model
        for at in range(0, len(body), size)
        for model in list(decoder.feed(body[at : at + size]))
    ]
    found += decoder.finish()
    return found, decoder.complete


@pytest.mark.parametrize("pieces", [1, 3, 1000])
@pytest.mark.parametrize("end", [b"[DONE]", b" [DONE] ", b"[DONE]\t"], ids=repr)
def test_models_come_up_to_the_end(pieces: int, end: bytes) -> None:
    """Each event is a model, up to the one that says the stream is complete."""
    body = b'data: {"id": "1"}\n\ndata:{"id": "2"}\n\ndata: %b\n\ndata: {"id": "3"}\n\n' % end
    found, complete = models(body, pieces)

    assert [model.id for model in found] == ["1", "2"]
    assert complete


def test_the_end_needs_no_blank_line() -> None:
    """A stream whose last event lacks its blank line is complete all the same."""
    found, complete = models(b'data: {"id": "1"}\n\ndata: [DONE]')

    assert [model.id for model in found] == ["1"]
    assert complete


@pytest.mark.parametrize(
    "data",
    [
        b'{"id": "1"}',
        b'data: data: {"id": "1"}',
        b'\xef\xbb\xbf{"id": "1"}',
        b'[{"id": "1"}]',
        b'[[{"id": "1"}]]',
        b'"{\\"id\\": \\"1\\"}"',
        b'["data: {\\"id\\": \\"1\\"}"]',
    ],
)
def test_a_model_in_disguise_is_read(data: bytes) -> None:
    """An object within lists, encoded twice, or with its field name again is a model."""
    found, complete = models(b"data: %b\n\ndata: [DONE]\n\n" % data)

    assert [model.id for model in found] == ["1"]
    assert complete


CHOICE = {"index": 0, "delta": {"content": "a"}}


@pytest.mark.parametrize(
    "data",
    [
        {"error": {"message": "m"}},
        [{"error": {"message": "m"}}],
        [[{"code": 500, "msg": "m"}]],
        {"choices": [{"index": 0, "error": {"message": "m"}}]},
        {"choices": [{"index": 0, "delta": {"error": "m"}}]},
        {"choices": [{"index": 0, "finish_reason": "server_error"}]},
        {"choices": [CHOICE], "base_resp": {"status_code": 1008, "status_msg": "m"}},
        {"choices": [CHOICE], "errors": [{"message": "m"}]},
        {"choices": [CHOICE], "code": 500, "msg": "m"},
        {"choices": None, "message": "m", "error_code": 17, "error_msg": "m"},
        {"object": "error", "message": "m"},
    ],
    ids=json.dumps,
)
def test_an_error_raises_wherever_it_stands(data: Any) -> None:
    """An error in an event, in whichever place servers put it, raises with the data."""
    decoder = ModelDecoder(create_chat_completion.OPERATION)
    text = json.dumps(data).encode()

    with pytest.raises(StreamError, match="carries an error") as caught:
        list(decoder.feed(b"data: %b\n\n" % text))
    assert caught.value.data == text


def test_success_is_no_error() -> None:
    """A code of success beside the last usage is a part of its event."""
    last = b'{"choices": [], "usage": {"total_tokens": 1}, "code": 0, "msg": "success"}'
    found, complete = models(b"data: %b\n\ndata: [DONE]\n\n" % last)

    assert [model.code for model in found] == [0]  # type: ignore[attr-defined]
    assert complete


@pytest.mark.parametrize("notice", [b"hello", b"null", b"[]", b"17", b'"text"', b""])
def test_what_is_no_object_is_passed_over(notice: bytes) -> None:
    """Data that is not a JSON object gives no model and no error."""
    found, _ = models(b'data: %b\n\ndata: {"id": "1"}\n\ndata: [DONE]\n\n' % notice)

    assert [model.id for model in found] == ["1"]


def test_a_stream_without_its_end_raises() -> None:
    """A body that ends before the stream is complete is never taken for the whole."""
    decoder = ModelDecoder(create_chat_completion.OPERATION)
    assert [model.id for model in decoder.feed(b'data: {"id": "1"}\n\n')] == ["1"]

    with pytest.raises(IncompleteStream, match=r"ended without '\[DONE\]'"):
        list(decoder.finish())


@pytest.mark.parametrize("torn", [b'{"id": ', b"{", b'{"id": "1"}}'])
def test_torn_json_raises(torn: bytes) -> None:
    """Data that begins like an object and does not parse raises, with the data."""
    decoder = ModelDecoder(create_chat_completion.OPERATION)

    with pytest.raises(StreamError, match="not valid JSON"):
        list(decoder.feed(b"data: %b\n\n" % torn))


@given(
    st.dictionaries(
        st.text().filter(lambda name: name not in {"error", "message"}),
        st.text() | st.none() | st.integers(-(2**63), 2**63) | st.lists(st.text()),
    )
)
@example({"id": "a\u2028b\u0085c\u2029d", "choices": None})
def test_a_model_holds_what_its_event_held(members: dict[str, Any]) -> None:
    """A model has every member of the JSON that it was made from."""
    body = f"data: {json.dumps(members, ensure_ascii=False)}\n\ndata: [DONE]\n\n"
    found, _ = models(body.encode(errors="replace"))

    assert [json.loads(body.encode(errors="replace")[6:].split(b"\n")[0])] == [
        model.to_dict() for model in found
    ]


@pytest.mark.parametrize("size", [1, 5, 1000])
@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b'{"a": 1}\n\ndata: x\n\n', [b"x"]),
        (b': c\n\n{"a": 1}', [b'{"a": 1}']),
        (b'data: x\n{"a": 1}\n\n', [b"x", b'{"a": 1}']),
        (b'data: x\n\n{"a": 1}\ndata: y\n\n', [b"x", b'{"a": 1}', b"y"]),
        (b'data: x\n\n{\r\n "a": 1\r\n}\r\n', [b"x", b'{\n "a": 1\n}']),
        (b'id: 7\n[{"a": 1}]\n\n', [b'[{"a": 1}]']),
        (b"data: x\n\n<html>\n[1]\n\n", [b"x"]),
    ],
)
def test_json_without_a_field_name_is_an_event_within_a_stream(
    body: bytes, found: list[bytes], size: int
) -> None:
    """JSON on lines of its own counts after a comment or a field, and not before one."""
    decoder = EventDecoder()
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    events = [event for piece in pieces for event in decoder.feed(piece)] + decoder.finish()

    assert [data for data, _ in events] == found


# -- limits --------------------------------------------------------------------------------------


def first_too_long(body: bytes, most: int) -> int | None:
    """Return which event has more than `most` bytes of data."""
    for number, (data, _) in enumerate(by_the_standard(body)):
        if len(data) > most:
            return number
    return None


@given(
    sizes=st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=3), max_size=5),
    places=st.lists(st.integers(0), max_size=9),
    most=st.integers(1, 20),
)
def test_an_event_that_is_too_long_ends_the_stream(
    sizes: list[list[int]], places: list[int], most: int
) -> None:
    """Wherever the body is cut, the events before one that is too long are returned, no others."""
    body = b"".join(
        b"".join(b"data:%b\n" % (b"x" * size) for size in event) + b"\n" for event in sizes
    )
    decoder = EventDecoder(most)
    events = [event for piece in cut(body, places) for event in decoder.feed(piece)]
    number = first_too_long(body, most)

    assert decoder.is_too_long == (number is not None)
    assert events == by_the_standard(body)[:number]


@pytest.mark.parametrize("line", [b"data\n", b"data:\n", b"data: \r\n"])
def test_an_event_of_empty_lines(line: bytes) -> None:
    """Each line of an event counts, as the line end that it becomes."""
    decoder = EventDecoder(1000)

    assert decoder.feed(line * 1001 + b"\n") == [(b"\n" * 1000, b"")]
    assert decoder.feed(line * 1002 + b"\n") == []
    assert decoder.is_too_long


@pytest.mark.parametrize(
    "line", [b"data: ", b": ", b'data: a\n\n{"error": ', b"unknown: ", b"data: a\ndata: "]
)
def test_a_line_that_never_ends_is_not_kept(line: bytes) -> None:
    """Whatever a line is, no more than the limit is kept of it."""
    decoder = EventDecoder(1000)
    decoder.feed(line)
    for _ in range(100):
        decoder.feed(b"x" * 99)

    assert decoder.is_too_long
    assert decoder.feed(b"\n\ndata: b\n\n") == []
    assert decoder.finish() == []


def test_comments_without_end_are_no_event() -> None:
    """A server may keep a stream alive for as long as it likes."""
    decoder = EventDecoder(100)
    for _ in range(100):
        decoder.feed(b": still working\n\n")

    assert decoder.feed(b"data: a\n\n") == [(b"a", b"")]
    assert EventDecoder(None).feed(b"data: %b\n\n" % (b"x" * 10**6))[0][0] == b"x" * 10**6
