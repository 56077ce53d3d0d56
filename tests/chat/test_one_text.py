"""Whatever reads the text and the calls of a stream reads the same, in whichever form they come."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apertis import ChatCompletionChunk
from apertis.chat.accumulate import as_chunk
from apertis.chat.event_builder import CompletionEventBuilder
from apertis.chat.parse import CompletionParser
from apertis.chat.stream_format import CHUNK_FORMAT
from apertis.chat.text import content_text
from apertis_client._runtime.arguments_text import arguments_text

Chunk = dict[str, Any]
PARIS, ROME = '{"city": "Paris"}', '{"city": "Rome"}'


def part(content: Any, message: Any = None, finish: str | None = None) -> Chunk:
    """Return a chunk with text in a delta and the whole so far beside it."""
    choice: Chunk = {"index": 0, "finish_reason": finish}
    if content is not None:
        choice["delta"] = {"role": "assistant", "content": content}
    if message is not None:
        choice["message"] = {"role": "assistant", "content": message}
    return {"choices": [choice]}


def called(*pieces: Chunk, finish: str | None = None, key: str = "delta") -> Chunk:
    """Return a chunk with pieces of tool calls."""
    return {"choices": [{"index": 0, key: {"tool_calls": [*pieces]}, "finish_reason": finish}]}


def call(
    arguments: Any, name: str | None = None, id: str | int | None = None, index: Any = None
) -> Chunk:
    """Return a piece of a tool call, of which None is left out."""
    function = {"name": name, "arguments": arguments}
    piece = {"index": index, "id": id, "function": _given(function)}
    return _given(piece)


def _given(members: Chunk) -> Chunk:
    return {name: value for name, value in members.items() if value is not None}


def read_by_all(chunks: list[Chunk]) -> tuple[str, list[tuple[str, Any]]]:
    """Return the text and the calls that chunks hold, which all readers agree about."""
    builder = CompletionEventBuilder[Any](CompletionParser())
    models = [ChatCompletionChunk.from_dict(copy.deepcopy(chunk)) for chunk in chunks]
    events = [event for model in models for event in builder.add(model)] + builder.end()
    whole = CHUNK_FORMAT.accumulate(copy.deepcopy(chunks))
    assert whole is not None
    message = whole.choices[0].message
    reader = CHUNK_FORMAT.text_reader(0, [])
    text = "".join(map(reader.add, models)) + reader.end()
    deltas = [event.delta for event in events if event.type == "content.delta"]
    done = [event.content for event in events if event.type == "content.done"]

    assert text == "".join(deltas) == (content_text(message.content) or "")
    assert done[-1:] in ([], [text])
    ended = {
        event.index: (event.name, event.arguments)
        for event in events
        if event.type == "tool_calls.function.arguments.done"
    }
    calls = [
        (each.function.name, arguments_text(each.function.arguments))
        for each in message.tool_calls or ()
    ]
    assert [ended[index] for index in sorted(ended)] == calls
    assert whole == builder.answer()
    again = CHUNK_FORMAT.accumulate([as_chunk(json.loads(json.dumps(whole.to_dict())))])
    assert again is not None
    assert content_text(again.choices[0].message.content) == content_text(message.content)
    return text, calls


def text_part(text: str, **members: Any) -> Chunk:
    return {"type": "text", "text": text, **members}


THINKING: Chunk = {"type": "thinking", "thinking": [{"type": "text", "text": "Let me"}]}
TEXTS: dict[str, list[Chunk]] = {
    "message grows beside delta": [
        part("A", "A"),
        part("B", "AB"),
        part("C", "ABC"),
        part("", "ABC", "stop"),
    ],
    "message lags behind delta": [part("A", ""), part("B", "A"), part("C", "AB"), part("", "ABC")],
    "whole message at the end": [part("A"), part("BC"), part(None, "ABC", "stop")],
    "whole message after the end": [part("A"), part("BC", None, "stop"), part(None, "ABC")],
    "whole message with more": [part("A"), part("B"), part(None, "ABC", "stop")],
    "whole message in parts": [part("A"), part("BC"), part(None, [text_part("ABC")], "stop")],
    "message alone, growing": [part(None, "A"), part(None, "AB"), part(None, "ABC", "stop")],
    "message alone, in pieces": [part(None, "A"), part(None, "B"), part(None, "C", "stop")],
    "message once": [part(None, "ABC", "stop")],
    "last chunk repeats the whole": [part("A"), part("BC"), part("ABC", None, "stop")],
    "chunk after the end repeats the whole": [
        part("A"),
        part("BC"),
        part("", None, "stop"),
        part("ABC"),
    ],
    "parts": [part([text_part("A")]), part([text_part("B"), text_part("C")])],
    "parts, then text": [part(""), part([THINKING]), part([THINKING]), part("AB"), part("C")],
    "text, then parts": [part("A"), part([THINKING]), part([text_part("B")]), part("C")],
    "parts with an index": [part([text_part("A", index=0)]), part([text_part("BC", index=0)])],
    "parts, text, parts": [part([text_part("A")]), part("B"), part([text_part("C")])],
    "a part that is no list, then text": [part(text_part("A")), part("BC")],
    "text, then parts that are no lists": [part("A"), part(text_part("B")), part(text_part("C"))],
    "texts in a list": [part(["A", "B"]), part("C")],
    "parts repeated in a message": [
        part([THINKING]),
        part("AB"),
        part("C"),
        part(None, [THINKING, text_part("ABC")], "stop"),
    ],
}


@pytest.mark.parametrize("chunks", TEXTS.values(), ids=TEXTS.keys())
def test_text_counts_once_in_any_form(chunks: list[Chunk]) -> None:
    """Text in parts, in deltas and in messages is the same text, and nothing counts twice."""
    assert read_by_all(chunks)[0] == "ABC"


def test_numbers_are_text() -> None:
    """Where a server writes pieces of text that are numbers as numbers, no digit is lost."""
    chunks = [part("No. "), part(1), part(2), part({"type": "text", "text": 4.5}), part(" of 5")]

    assert read_by_all(chunks)[0] == "No. 124.5 of 5"


def test_a_call_without_a_list() -> None:
    """A tool call that stands where the list of calls should is a call."""
    alone = {"delta": {"tool_calls": call(PARIS, "weather", "a", 0)}}
    chunks = [{"choices": [{"index": 0, **alone}]}, called(finish="tool_calls")]

    assert read_by_all(chunks)[1] == [("weather", PARIS)]


STOP = part("", None, "stop")
REPEATED: dict[str, tuple[list[Chunk], str]] = {
    "one piece, with the end": ([part("Paris"), part("Paris", None, "stop")], "ParisParis"),
    "one piece, after the end": ([part("Paris"), STOP, part("Paris")], "Paris"),
    "one piece, in a message": ([part("ha"), part(None, "ha", "stop")], "ha"),
    "one chunk before the end": ([part("Hel"), part("lo!"), part("Hello!"), STOP], "Hello!"),
    "with a half before the end": (
        [part("Hello"), part(" \ud83d"), part("Hello \ud83d"), STOP],
        "Hello \ud83d",
    ),
    "a line of a rule": (
        [part("=="), part("==="), part("====="), part("\nTitle"), STOP],
        "==========\nTitle",
    ),
    "a line of a rule, with the end": (
        [part("=="), part("==="), part("====="), part("\nTitle", None, "stop")],
        "==========\nTitle",
    ),
    "lines of rules": (
        [part("=="), part("==="), part("====="), part("====="), part("|"), STOP],
        "===============|",
    ),
    "one chunk before the end, and with it": (
        [part("Hel"), part("lo!"), part("Hello!"), part("Hello!", None, "stop")],
        "Hello!",
    ),
    "one chunk before the end, and in a message": (
        [part("Hel"), part("lo!"), part("Hello!"), part(None, "Hello!", "stop")],
        "Hello!",
    ),
    "text that a message proves": (
        [part("Hel"), part("lo!"), part("Hello!"), part(None, "Hello!Hello!", "stop")],
        "Hello!Hello!",
    ),
    "a syllable": ([part("ha"), part("ha", None, "stop")], "haha"),
    "syllables": ([part("ha"), part("ha"), part("ha", None, "stop")], "hahaha"),
    "syllables, then both": ([part("ha"), part("ha"), part("haha"), STOP], "hahahaha"),
    "a line": ([part("Again!\n"), part("Again!\n"), STOP], "Again!\nAgain!\n"),
    "a beginning": ([part("Hel"), part("lo!"), part("Hello"), STOP], "Hello!Hello"),
}


@pytest.mark.parametrize(("chunks", "text"), REPEATED.values(), ids=REPEATED.keys())
def test_what_repeats_the_whole_counts_once(chunks: list[Chunk], text: str) -> None:
    """A text that says the same twice, as a syllable or a line, is no repetition of the whole."""
    assert read_by_all(chunks)[0] == text


def tokens(*texts: str) -> Chunk:
    return {"content": [{"token": text, "logprob": -1.0, "top_logprobs": []} for text in texts]}


def with_tokens(chunk: Chunk, *texts: str) -> Chunk:
    chunk["choices"][0]["logprobs"] = tokens(*texts)
    return chunk


@pytest.mark.parametrize(
    ("chunks", "expected"),
    [
        ([part("A"), part("B"), part("AB", None, "stop")], [["A"], ["B"], ["A", "B"]]),
        ([part("A"), part("B"), part(None, "AB", "stop")], [["A"], ["B"], ["A", "B"]]),
        ([part(None, "A"), part(None, "AB"), part(None, "ABC")], [["A"], ["A", "B"], ["C"]]),
        ([part("A"), part("B"), part("AB", None, "stop")], [["A"], ["B"], []]),
        ([part("ha"), part("ha"), part("ha", None, "stop")], [["ha"], ["ha"], ["ha"]]),
    ],
)
def test_tokens_of_a_repeated_text_count_once(
    chunks: list[Chunk], expected: list[list[str]]
) -> None:
    """The tokens of events and of the whole are those of the text."""
    given = [with_tokens(chunk, *each) for chunk, each in zip(chunks, expected, strict=True)]
    builder = CompletionEventBuilder[Any](CompletionParser())
    models = [ChatCompletionChunk.from_dict(copy.deepcopy(chunk)) for chunk in given]
    events = [event for model in models for event in builder.add(model)] + builder.end()
    whole = CHUNK_FORMAT.accumulate(given)
    assert whole is not None
    choice = whole.choices[0]
    assert choice.logprobs is not None
    joined = [token.token for token in choice.logprobs.content or ()]
    done = [event for event in events if event.type == "logprobs.content.done"]

    assert "".join(joined) == choice.message.content
    assert joined == [token.token for token in done[-1].content]


def test_only_the_first_choice_is_read_where_no_choice_has_an_index() -> None:
    """Choices without an index are told apart by their order, whoever reads them."""
    chunks: list[Chunk] = [
        {"choices": [{"delta": {"content": text}, "finish_reason": end} for text in texts]}
        for texts, end in ((("A", "X"), None), (("B", "Y"), "stop"))
    ]
    reader = CHUNK_FORMAT.text_reader(0, [])
    read = "".join(reader.add(ChatCompletionChunk.from_dict(copy.deepcopy(c))) for c in chunks)
    whole = CHUNK_FORMAT.accumulate(chunks)

    assert whole is not None
    assert [choice.message.content for choice in whole.choices] == ["AB", "XY"]
    assert read == "AB"


def test_halves_of_a_character_meet_in_parts() -> None:
    """The text of parts has a character where its halves are in two of them."""
    halves = [part([text_part("a\ud83d")]), part([text_part("\ude00")]), STOP]

    assert read_by_all(halves)[0] == "a\U0001f600"
    assert read_by_all([part("a\ud83d"), part([text_part("\ude00b")])])[0] == "a\U0001f600b"
    name = called(call(None, "f\ud83d", "a", 0)), called(call("{}", "\ude00", index=0))
    assert read_by_all([*name])[1] == [("f\U0001f600", "{}")]


CALLS: dict[str, tuple[list[Chunk], list[tuple[str, str]]]] = {
    "one index, new ids": (
        [called(call(PARIS, "w", "a", 0)), called(call(ROME, "w", "b", 0))],
        [("w", PARIS), ("w", ROME)],
    ),
    "one index, new ids, in one chunk": (
        [called(call(PARIS, "w", "a", 0), call(ROME, "w", "b", 0), call("{}", "v", "c", 0))],
        [("w", PARIS), ("w", ROME), ("v", "{}")],
    ),
    "one index, new ids, in fragments": (
        [
            called(call("", "w", "a", 0)),
            called(call(PARIS, index=0)),
            called(call("", "w", "b", 0)),
            called(call(ROME[:5], index=0)),
            called(call(ROME[5:], index=0)),
        ],
        [("w", PARIS), ("w", ROME)],
    ),
    "one index, fragments named by id": (
        [
            called(call("", "w", "a", 0), call("", "w", "b", 0)),
            called(call(PARIS, id="a", index=0)),
            called(call(ROME, id="b", index=0)),
        ],
        [("w", PARIS), ("w", ROME)],
    ),
    "one index, no ids": (
        [called(call(PARIS, "w", index=0)), called(call(ROME, "w", index=0))],
        [("w", PARIS), ("w", ROME)],
    ),
    "one index, no ids, objects": (
        [called(call({"a": 1}, "w", index=0)), called(call({"a": 2}, "w", index=0))],
        [("w", '{"a": 1}'), ("w", '{"a": 2}')],
    ),
    "nothing but names": (
        [called(call(PARIS, "w")), called(call("", "v")), called(call("{}"))],
        [("w", PARIS), ("v", "{}")],
    ),
    "ids made up for each fragment": (
        [
            called(call("", "w", "a", 0)),
            called(call(PARIS[:4], id="b", index=0)),
            called(call(PARIS[4:], id="c", index=0)),
        ],
        [("w", PARIS)],
    ),
    "ids made up for each fragment, no index": (
        [called(call("", "w", "a")), called(call(PARIS[:4], id="b")), called(call(PARIS[4:]))],
        [("w", PARIS)],
    ),
    "id, then index": (
        [
            called(call("", "w", "a")),
            called(call(PARIS[:4], index=0)),
            called(call(PARIS[4:], index=0)),
        ],
        [("w", PARIS)],
    ),
    "id and index, then id": (
        [
            called(call("", "w", "a", 0)),
            called(call(PARIS[:4], id="a")),
            called(call(PARIS[4:], id="a")),
        ],
        [("w", PARIS)],
    ),
    "id, then index, of two": (
        [
            called(call("", "w", "a")),
            called(call(PARIS, index=0)),
            called(call("", "v", "b")),
            called(call(ROME, index=1)),
        ],
        [("w", PARIS), ("v", ROME)],
    ),
    "ids of two, then indexes": (
        [
            called(call("", "w", "a"), call("", "v", "b")),
            called(call(PARIS, index=0)),
            called(call(ROME[:5], index=1)),
            called(call(ROME[5:], index=1)),
        ],
        [("w", PARIS), ("v", ROME)],
    ),
    "ids of two, then the second index first": (
        [
            called(call("", "w", "a")),
            called(call("", "v", "b")),
            called(call(ROME, index=1)),
            called(call(PARIS, "w", index=0)),
        ],
        [("w", PARIS), ("v", ROME)],
    ),
    "id, then index, both from 1": (
        [
            called(call("", "w", "a")),
            called(call(PARIS, index=1)),
            called(call("", "v", "b")),
            called(call(ROME, index=2)),
        ],
        [("w", PARIS), ("v", ROME)],
    ),
    "an id alone, then a call with an index": (
        [called(call(PARIS, "w", "a")), called(call(ROME, "w", "b", 0))],
        [("w", PARIS), ("w", ROME)],
    ),
    "indexes as text": (
        [
            called(call(PARIS[:4], "w", "a", "0")),
            called(call(ROME[:4], "v", "b", "1")),
            called(call(PARIS[4:], index="0")),
            called(call(ROME[4:], index=1)),
        ],
        [("w", PARIS), ("v", ROME)],
    ),
    "indexes as fractions": (
        [
            called(call(PARIS[:4], "w", index=0.0)),
            called(call(ROME[:4], "v", index=1.0)),
            called(call(PARIS[4:], index=0.0)),
            called(call(ROME[4:], index=1)),
        ],
        [("w", PARIS), ("v", ROME)],
    ),
    "ids as numbers": (
        [
            called(call("", "w", 0)),
            called(call("", "v", 1)),
            called(call(PARIS, id=0)),
            called(call(ROME, id=1)),
        ],
        [("w", PARIS), ("v", ROME)],
    ),
    "one id for several": (
        [called(call(PARIS, "w", "a", 0)), called(call(ROME, "v", "a", 1))],
        [("w", PARIS), ("v", ROME)],
    ),
    "one id for several, in fragments": (
        [
            called(call("", "w", "a", 0)),
            called(call(PARIS, index=0)),
            called(call("", "w", "a", 1)),
            called(call(ROME, index=1)),
        ],
        [("w", PARIS), ("w", ROME)],
    ),
    "one call at several indexes, by its id": (
        [
            called(call("", "w", "a", 0)),
            called(call(PARIS[:4], "w", "a", 1)),
            called(call(PARIS[4:], index=1)),
            called(call(ROME, "w", "b", 2)),
            called(call(ROME, "w", "b", 3)),
        ],
        [("w", PARIS), ("w", ROME)],
    ),
    "indexes that count the pieces": (
        [
            called(call("", "w", "a", 0)),
            called(call(PARIS[:4], index=1)),
            called(call(PARIS[4:], index=2)),
            called(call("", "v", "b", 3)),
            called(call(ROME, index=4)),
        ],
        [("w", PARIS), ("v", ROME)],
    ),
    "indexes that count the pieces, and made-up ids": (
        [
            called(call("", "w", "a", 0)),
            called(call(PARIS[:4], id="b", index=1)),
            called(call(PARIS[4:], id="c", index=2)),
            called(call("", id="d", index=3)),
            called(call("", "v", index=3)),
            called(call(ROME, index=3)),
        ],
        [("w", PARIS), ("v", ROME)],
    ),
    "an index of its own for the arguments": (
        [
            called(call("", "w", "a", 0)),
            called(call(PARIS, index=1)),
            called(call("", "v", "b", 1)),
            called(call(ROME, index=2)),
        ],
        [("w", PARIS), ("v", ROME)],
    ),
    "an empty object as text, then the arguments": (
        [
            called(call("{}", "w", "a", 0)),
            called(call("", index=0)),
            called(call(PARIS[:4], index=0)),
            called(call(PARIS[4:], index=0)),
        ],
        [("w", PARIS)],
    ),
    "the arguments, then an empty object": (
        [called(call(PARIS, "w", "a", 0)), called(call("{}", index=0), finish="tool_calls")],
        [("w", PARIS)],
    ),
    "a name in pieces": (
        [
            called(call(None, "get_", "a", 0)),
            called(call("", "w", index=0)),
            called(call(PARIS, index=0)),
        ],
        [("get_w", PARIS)],
    ),
    "a name repeated": (
        [called(call(PARIS[:4], "w", "a", 0)), called(call(PARIS[4:], "w", "a", 0))],
        [("w", PARIS)],
    ),
    "a whole name after its pieces": (
        [
            called(call(None, "get_", "a", 0)),
            called(call(None, "w", index=0)),
            called(call("{}", "get_w", "a", 0)),
        ],
        [("get_w", "{}")],
    ),
    "an empty object, then text": (
        [
            called(call({}, "w", "a", 0)),
            called(call(PARIS[:4], "w", "a", 0)),
            called(call(PARIS[4:])),
        ],
        [("w", PARIS)],
    ),
    "an empty object alone": ([called(call({}, "w", "a", 0))], [("w", "{}")]),
    "an object twice": (
        [
            called(call({"city": "Paris"}, "w", "a", 0)),
            called(call({"city": "Paris"}, "w", "a", 0)),
        ],
        [("w", PARIS)],
    ),
    "an object, then the same as text": (
        [called(call({"city": "Paris"}, "w", "a", 0)), called(call(PARIS, "w", "a", 0))],
        [("w", PARIS)],
    ),
    "text, then the same as an object": (
        [called(call(PARIS, "w", "a", 0)), called(call({"city": "Paris"}, index=0))],
        [("w", PARIS)],
    ),
    "an object that grows": (
        [called(call({"a": 1}, "w", "a", 0)), called(call({"a": 1, "b": 2}, "w", "a", 0))],
        [("w", '{"a": 1, "b": 2}')],
    ),
    "an object that grows inside": (
        [
            called(call({"a": {"b": {"c": 1}}}, "w", "a", 0)),
            called(call({"a": {"b": {"d": 2}}}, index=0)),
            called(call({"a": {"e": [3]}}, "w", index=0)),
        ],
        [("w", '{"a": {"b": {"c": 1, "d": 2}, "e": [3]}}')],
    ),
    "text, then an object that has more inside": (
        [called(call('{"a": {"b": 1}}', "w", "a", 0)), called(call({"a": {"c": 2}}, index=0))],
        [("w", '{"a": {"c": 2, "b": 1}}')],
    ),
    "objects that differ inside, of one index": (
        [called(call({"a": {"b": 1}}, "w", index=0)), called(call({"a": {"b": 2}}, "w", index=0))],
        [("w", '{"a": {"b": 1}}'), ("w", '{"a": {"b": 2}}')],
    ),
    "the whole in the last chunk": (
        [
            called(call(PARIS[:4], "w", "a", 0)),
            called(call(PARIS[4:], index=0)),
            called(call(PARIS, "w", "a", 0), finish="tool_calls"),
        ],
        [("w", PARIS)],
    ),
    "the whole with other spaces": (
        [
            called(call(PARIS[:4], "w", "a", 0)),
            called(call(PARIS[4:], index=0)),
            called(call(PARIS.replace(" ", ""), index=0), finish="tool_calls"),
            called(call(f" {PARIS}\n", index=0)),
        ],
        [("w", PARIS)],
    ),
    "objects in arguments that repeat": (
        [
            called(call('{"a":', "w", "a", 0)),
            called(call('{"a":', index=0)),
            called(call("{}", index=0)),
            called(call("}}", index=0)),
        ],
        [("w", '{"a":{"a":{}}}')],
    ),
    "an object, then torn text": (
        [
            called(call({"a": 1}, "w", "a", 0)),
            called(call('{"b": 2, ', index=0)),
            called(call('"c', index=0), finish="tool_calls"),
        ],
        [("w", '{"a": 1}{"b": 2, "c')],
    ),
    "torn text, then the whole as an object": (
        [
            called(call('{"a": ', "w", "a", 0)),
            called(call({"a": 1}, index=0)),
            called(call(None, index=0), finish="tool_calls"),
        ],
        [("w", '{"a": 1}')],
    ),
    "the whole in a message": (
        [
            called(call(PARIS, "w", "a", 0), call(ROME, "w", "b", 1)),
            called(call(PARIS, "w", "a"), call(ROME, "w", "b"), finish="tool_calls", key="message"),
        ],
        [("w", PARIS), ("w", ROME)],
    ),
    "the whole in a message, with other ids": (
        [
            called(call(PARIS, "w", "a", 0)),
            called(call(PARIS, "w", "x", 0), finish="tool_calls", key="message"),
        ],
        [("w", PARIS)],
    ),
    "pieces in messages alone": (
        [
            called(call(PARIS[:4], "w", "a", 0), key="message"),
            called(call(PARIS[4:], index=0), key="message"),
        ],
        [("w", PARIS)],
    ),
}


@pytest.mark.parametrize(("chunks", "expected"), CALLS.values(), ids=CALLS.keys())
def test_calls_are_joined_by_identity(chunks: list[Chunk], expected: list[tuple[str, str]]) -> None:
    """What belongs to one call is joined, what belongs to several is kept apart."""
    assert read_by_all(chunks)[1] == expected


def test_arguments_that_no_call_lacks_are_kept_apart() -> None:
    """Arguments that stand alone are those of a call that is lost if the one before has all."""
    whole = CHUNK_FORMAT.accumulate([called(call(PARIS, "w", "a", 0)), called(call(ROME, index=1))])
    functions = [made.function for made in whole.choices[0].message.tool_calls]

    assert [(each.name, each.arguments) for each in functions] == [("w", PARIS), (None, ROME)]


def test_calls_have_indexes_of_their_own() -> None:
    """Calls that came with one index have several in the whole, in the order they began."""
    whole = CHUNK_FORMAT.accumulate(
        [called(call(PARIS, "w", "a", 0)), called(call(ROME, "w", "b", 0))]
    )

    assert whole is not None
    calls = whole.to_dict()["choices"][0]["message"]["tool_calls"]
    assert [(each["index"], each["id"]) for each in calls] == [(0, "a"), (1, "b")]


def message(*deltas: Chunk) -> Chunk:
    whole = CHUNK_FORMAT.accumulate(
        [{"choices": [{"index": 0, "delta": delta}]} for delta in deltas]
    )
    assert whole is not None
    found: Chunk = whole.to_dict()["choices"][0]["message"]
    return found


def test_fragments_of_a_list_are_joined_by_index() -> None:
    """Items of any list, at any depth, that have an index and a type in common are one item."""
    kind = {"type": "reasoning.text", "format": "f", "index": 0}
    other = {"type": "reasoning.encrypted", "index": 0, "data": "x"}
    details = (
        [{**kind, "text": "Let"}],
        [{**kind, "text": " me"}, other],
        [{"index": 0, "data": "y"}],
    )
    found = message(*({"details": each, "deep": {"er": {"list": each}}} for each in details))

    expected = [{**kind, "text": "Let me"}, {**other, "data": "xy"}]
    assert found == {"details": expected, "deep": {"er": {"list": expected}}}


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (
            [{"id": "a", "text": "x"}, {"id": "b", "text": "z"}, {"id": "a", "text": "y"}],
            [{"id": "a", "text": "xy"}, {"id": "b", "text": "z"}],
        ),
        (
            [{"id": "a", "index": 0, "text": "x"}, {"id": "a", "text": "y"}, {"index": 0, "n": 1}],
            [{"id": "a", "index": 0, "text": "xy", "n": 1}],
        ),
        (
            [{"id": "a", "index": 0, "text": "x"}, {"id": "a", "index": 1, "text": "y"}],
            [{"id": "a", "index": 0, "text": "x"}, {"id": "a", "index": 1, "text": "y"}],
        ),
        (
            [{"id": "a", "type": "x", "text": "x"}, {"id": "a", "type": "y", "text": "y"}],
            [{"id": "a", "type": "x", "text": "x"}, {"id": "a", "type": "y", "text": "y"}],
        ),
        (
            [{"index": "0", "text": "x"}, {"index": "1", "text": "z"}, {"index": 0, "text": "y"}],
            [{"index": "0", "text": "xy"}, {"index": "1", "text": "z"}],
        ),
        ([{"id": "", "text": "x"}, {"id": "", "text": "y"}], None),
        ([{"id": None, "text": "x"}, {"text": "y"}], None),
    ],
)
def test_items_of_a_list_have_an_identity(
    pieces: list[Chunk], expected: list[Chunk] | None
) -> None:
    """It is their index, or their id where a piece has no other; what has neither is apart."""
    found = message(*({"details": [piece]} for piece in pieces))["details"]

    assert found == (pieces if expected is None else expected)


def linked(url: str, **members: Any) -> Chunk:
    return {"type": "image_url", "image_url": {"url": url}, **members}


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([linked("a", index=0), linked("b", index=0)], None),
        ([linked("a", index=0), {"index": 0, "n": 1}], [linked("a", index=0, n=1)]),
        ([linked("a"), linked("b"), linked("a")], [linked("a"), linked("b")]),
        ([{"url": "a", "start": 1}, {"url": "a", "start": 5}], None),
        ([{"url": "a", "start": 1}, {"url": "a", "start": 1}], [{"url": "a", "start": 1}]),
        ([{"start": 1}, {"start": 1}], None),
    ],
)
def test_items_with_an_address_have_an_identity(
    pieces: list[Chunk], expected: list[Chunk] | None
) -> None:
    """Another address is another item, even at the same index; the same item counts once."""
    found = message(*({"details": [piece]} for piece in pieces))["details"]

    assert found == (pieces if expected is None else expected)


def test_choices_whose_index_is_text_are_told_apart() -> None:
    """The text is read as the number that it is."""
    chunks = [
        {"choices": [{"index": index, "delta": {"content": text}}]}
        for index, text in (("0", "a"), ("1", "x"), (0, "b"), ("1", "y"))
    ]
    whole = CHUNK_FORMAT.accumulate(chunks)

    assert whole is not None
    found = [(choice.index, choice.message.content) for choice in whole.choices]
    assert found == [(0, "ab"), (1, "xy")]


def test_objects_are_merged_at_every_depth() -> None:
    """Objects in objects are merged, their texts joined, their numbers replaced."""
    fragment = {"a": {"b": {"c": {"text": "x", "id": "1", "n": 1}}}}
    more = {"a": {"b": {"c": {"text": "y", "id": "1", "n": 2}, "d": {"e": None}}}}

    assert message(fragment, more) == {
        "a": {"b": {"c": {"text": "xy", "id": "1", "n": 2}, "d": {"e": None}}}
    }


def test_objects_nested_too_deeply_are_kept() -> None:
    """An object that is nested too deeply to be merged is kept as it is."""
    deep: Chunk = {"text": "x"}
    for _ in range(300):
        deep = {"a": deep}

    assert message({"x": copy.deepcopy(deep)}, {"content": "y"}) == {"x": deep, "content": "y"}


@pytest.mark.parametrize("name", ["content", "refusal", "reasoning_content"])
def test_halves_of_a_character_become_one(name: str) -> None:
    """The halves of a surrogate pair in two pieces are one character; a half alone is kept."""
    assert message({name: "a \ud83d"}, {name: "\ude00 b"}) == {name: "a \U0001f600 b"}
    assert message({name: "a \ud83d"}, {name: " b \ud83d"}) == {name: "a \ud83d b \ud83d"}


def test_deltas_hold_whole_characters() -> None:
    """No delta of an event ends between the halves of a character that comes whole."""
    assert read_by_all([part("a \ud83d"), part("\ude00 b"), part("", None, "stop")])[0] == (
        "a \U0001f600 b"
    )
    assert read_by_all([part("a \ud83d"), part("", None, "stop")])[0] == "a \ud83d"
    builder = CompletionEventBuilder[Any](CompletionParser())
    chunks = [ChatCompletionChunk.from_dict(part(text)) for text in ("a\ud83d", "\ude00b")]
    events = [event for chunk in chunks for event in builder.add(chunk)]
    assert [event.delta for event in events if event.type == "content.delta"] == [
        "a",
        "\U0001f600b",
    ]


PIECES = st.lists(
    st.sampled_from(["a", "b ", "\ud83d", "\ude00", "", "\N{SNOWMAN}"]), min_size=1, max_size=6
)


@given(PIECES, st.data())
def test_any_form_of_a_text_is_that_text(pieces: list[str], data: st.DataObject) -> None:
    """However a text is spread over deltas, parts and messages, it is read as it is."""
    chunks: list[Chunk] = []
    said = ""
    for piece in pieces:
        said += piece
        form = data.draw(st.sampled_from(["text", "parts", "beside"]))
        content = [text_part(piece)] if form == "parts" and not _has_half(piece) else piece
        chunks.append(part(content, said if form == "beside" else None))
    text = said.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")

    if not any(map(_has_half, pieces)):
        assert read_by_all([*chunks, part("", None, "stop")])[0] == text
    joined = message(*({"content": piece} for piece in pieces)).get("content", "")
    assert joined == text


def _has_half(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)
