"""`apertis.chat.events` and `apertis.chat.async_completion_stream`: what happens in a stream."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

import attrs
import pydantic
import pytest

from apertis import ChatCompletionChunk, TokenLogprob
from apertis._answers.parsing import OutputFormat
from apertis.chat.event_builder import CompletionEventBuilder
from apertis.chat.events import (
    ChatCompletionStreamEvent,
    ChunkEvent,
    ContentDeltaEvent,
    ContentDoneEvent,
    FunctionToolCallArgumentsDeltaEvent,
)
from apertis.chat.parse import CompletionParser
from apertis.chat.stream_format import CHUNK_FORMAT
from tests.chat.test_accumulate import work_of

Chunk = dict[str, Any]


class TextFormat:
    """Asks for the text in an object's member `value`."""

    def parse(self, text: str) -> str:
        value = json.loads(text).get("value")
        if not isinstance(value, str):
            raise ValueError("value must be text")  # noqa: TRY004  as parsers do
        return value

    def unwrapped(self, partial: Any) -> Any:
        return partial.get("value")


class DictFormat:
    """Asks for any object."""

    def parse(self, text: str) -> dict[str, Any]:
        value: dict[str, Any] = json.loads(text)
        return value

    def unwrapped(self, partial: Any) -> Any:
        return partial


PARSERS: Mapping[str, Callable[[str], Any]] = {"f": json.loads}


def part(delta: Any = None, index: int = 0, **members: Any) -> Chunk:
    """Return a chunk with one choice."""
    return {"choices": [{"index": index, "delta": {} if delta is None else delta, **members}]}


def end(reason: str = "stop", index: int = 0) -> Chunk:
    return part(index=index, finish_reason=reason)


def call(arguments: Any, index: int | None = 0, name: str = "f", **members: Any) -> Chunk:
    """Return a chunk with a piece of one tool call."""
    place = {} if index is None else {"index": index}
    return part({"tool_calls": [{**place, "function": {"name": name, "arguments": arguments}}]})


def token(text: str) -> dict[str, Any]:
    return {"token": text, "logprob": -1.0}


def told(event: ChatCompletionStreamEvent[Any]) -> tuple[Any, ...]:
    """Return what an event says: its type, then its attributes in the order of the issue."""
    names = {
        "chunk": "",
        "content.delta": "choice delta snapshot parsed",
        "refusal.delta": "choice delta snapshot",
        "tool_calls.function.arguments.delta": (
            "choice name index arguments arguments_delta parsed_arguments"
        ),
        "logprobs.content.delta": "choice content snapshot",
        "logprobs.refusal.delta": "choice refusal snapshot",
        "content.done": "choice content parsed",
        "refusal.done": "choice refusal",
        "tool_calls.function.arguments.done": "choice name index arguments parsed_arguments",
        "logprobs.content.done": "choice content",
        "logprobs.refusal.done": "choice refusal",
    }[event.type]
    return (event.type, *(plain(getattr(event, name)) for name in names.split()))


def plain(value: Any) -> Any:
    """Return a value as it is now, tokens by their text."""
    if isinstance(value, list) and all(isinstance(item, TokenLogprob) for item in value):
        return " ".join(item.token for item in value)
    return json.loads(json.dumps(value))


def events_of(
    chunks: Iterable[Chunk],
    response_format: OutputFormat[Any] | None = None,
    parsers: Mapping[str, Callable[[str], Any]] | None = None,
) -> list[tuple[Any, ...]]:
    builder = CompletionEventBuilder(CompletionParser(response_format, parsers))
    return [
        told(event)
        for chunk in chunks
        for event in builder.add(ChatCompletionChunk.from_dict(chunk))
    ]


def last_events_of(chunks: Iterable[Chunk], *wanted: Any) -> list[tuple[Any, ...]]:
    """Return the events that come when the stream ends after its chunks."""
    builder = CompletionEventBuilder[Any](CompletionParser(*wanted))
    for chunk in chunks:
        builder.add(ChatCompletionChunk.from_dict(chunk))
    return [told(event) for event in builder.end()]


CHUNK = ("chunk",)
ARGUMENTS = "tool_calls.function.arguments"

PLAIN: dict[str, tuple[list[Chunk], list[tuple[Any, ...]]]] = {
    "text": (
        [
            part({"role": "assistant", "content": ""}),
            part({"content": "Hel"}),
            part({"content": "lo"}),
            end(),
            {"choices": [], "usage": {"total_tokens": 3}},
        ],
        [
            CHUNK,
            ("content.delta", 0, "", "", None),
            CHUNK,
            ("content.delta", 0, "Hel", "Hel", None),
            CHUNK,
            ("content.delta", 0, "lo", "Hello", None),
            CHUNK,
            ("content.done", 0, "Hello", None),
            CHUNK,
        ],
    ),
    "text and its end at once": (
        [part({"content": "Hi"}, finish_reason="stop")],
        [CHUNK, ("content.delta", 0, "Hi", "Hi", None), ("content.done", 0, "Hi", None)],
    ),
    "null is no delta": (
        [part({"role": "assistant", "content": None, "refusal": None}), end()],
        [CHUNK, CHUNK],
    ),
    "empty text ends, too": (
        [part({"content": ""}), end()],
        [CHUNK, ("content.delta", 0, "", "", None), CHUNK, ("content.done", 0, "", None)],
    ),
    "refusal": (
        [part({"refusal": "I "}), part({"refusal": "will not"}), end()],
        [
            CHUNK,
            ("refusal.delta", 0, "I ", "I "),
            CHUNK,
            ("refusal.delta", 0, "will not", "I will not"),
            CHUNK,
            ("refusal.done", 0, "I will not"),
        ],
    ),
    "everything at once, in order": (
        [
            part(
                {
                    "tool_calls": [{"index": 0, "function": {"name": "f", "arguments": "{}"}}],
                    "refusal": "r",
                    "content": "c",
                },
                finish_reason="stop",
                logprobs={"refusal": [token("r")], "content": [token("c")]},
            )
        ],
        [
            CHUNK,
            ("content.delta", 0, "c", "c", None),
            ("refusal.delta", 0, "r", "r"),
            (f"{ARGUMENTS}.delta", 0, "f", 0, "{}", "{}", None),
            ("logprobs.content.delta", 0, "c", "c"),
            ("logprobs.refusal.delta", 0, "r", "r"),
            ("content.done", 0, "c", None),
            ("refusal.done", 0, "r"),
            (f"{ARGUMENTS}.done", 0, "f", 0, "{}", None),
            ("logprobs.content.done", 0, "c"),
            ("logprobs.refusal.done", 0, "r"),
        ],
    ),
    "logprobs": (
        [
            part({"content": "a"}, logprobs={"content": [token("a")], "refusal": None}),
            part({}, logprobs={"content": []}),
            part({"content": "bc"}, logprobs={"content": [token("b"), token("c")]}),
            part({}, logprobs=None),
            end(),
        ],
        [
            CHUNK,
            ("content.delta", 0, "a", "a", None),
            ("logprobs.content.delta", 0, "a", "a"),
            CHUNK,
            ("logprobs.content.delta", 0, "", "a"),
            CHUNK,
            ("content.delta", 0, "bc", "abc", None),
            ("logprobs.content.delta", 0, "b c", "a b c"),
            CHUNK,
            CHUNK,
            ("content.done", 0, "abc", None),
            ("logprobs.content.done", 0, "a b c"),
        ],
    ),
    "a tool call": (
        [call("", 0), call('{"a"', name=""), call(": 1}", name=""), end("tool_calls")],
        [
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "", "", None),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, '{"a"', '{"a"', None),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, '{"a": 1}', ": 1}", None),
            CHUNK,
            (f"{ARGUMENTS}.done", 0, "f", 0, '{"a": 1}', None),
        ],
    ),
    "a tool call is done when the next one starts": (
        [
            part({"content": "I go."}),
            call("{}", 0),
            call("[", 1, "g"),
            call("]", 1, ""),
            end("tool_calls"),
        ],
        [
            CHUNK,
            ("content.delta", 0, "I go.", "I go.", None),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "{}", "{}", None),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "g", 1, "[", "[", None),
            (f"{ARGUMENTS}.done", 0, "f", 0, "{}", None),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "g", 1, "[]", "]", None),
            CHUNK,
            ("content.done", 0, "I go.", None),
            (f"{ARGUMENTS}.done", 0, "g", 1, "[]", None),
        ],
    ),
    "several calls start at once": (
        [
            part(
                {
                    "tool_calls": [
                        {"index": 0, "function": {"name": "f", "arguments": "{}"}},
                        {"index": 1, "function": {"name": "g", "arguments": "[]"}},
                    ]
                }
            ),
            end("tool_calls"),
        ],
        [
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "{}", "{}", None),
            (f"{ARGUMENTS}.delta", 0, "g", 1, "[]", "[]", None),
            (f"{ARGUMENTS}.done", 0, "f", 0, "{}", None),
            CHUNK,
            (f"{ARGUMENTS}.done", 0, "g", 1, "[]", None),
        ],
    ),
    "interleaved calls end with the choice": (
        [
            call("{", 0),
            call("[", 1, "g"),
            call("}", 0, ""),
            call("]", 1, ""),
            end("tool_calls"),
        ],
        [
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "{", "{", None),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "g", 1, "[", "[", None),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "{}", "}", None),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "g", 1, "[]", "]", None),
            CHUNK,
            (f"{ARGUMENTS}.done", 0, "f", 0, "{}", None),
            (f"{ARGUMENTS}.done", 0, "g", 1, "[]", None),
        ],
    ),
    "calls without an index": (
        [
            part({"tool_calls": [{"id": "a", "function": {"name": "f", "arguments": "{"}}]}),
            part({"tool_calls": [{"id": "", "function": {"name": "", "arguments": "}"}}]}),
            part({"tool_calls": [{"id": "b", "function": {"name": "g", "arguments": "[]"}}]}),
            end("tool_calls"),
        ],
        [
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "{", "{", None),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "{}", "}", None),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "g", 1, "[]", "[]", None),
            (f"{ARGUMENTS}.done", 0, "f", 0, "{}", None),
            CHUNK,
            (f"{ARGUMENTS}.done", 0, "g", 1, "[]", None),
        ],
    ),
    "one call without index and id": (
        [call("{", None), call("}", None, ""), end("tool_calls")],
        [
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "{", "{", None),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "{}", "}", None),
            CHUNK,
            (f"{ARGUMENTS}.done", 0, "f", 0, "{}", None),
        ],
    ),
    "a call without arguments": (
        [call(None), end("tool_calls")],
        [CHUNK, CHUNK, (f"{ARGUMENTS}.done", 0, "f", 0, "", None)],
    ),
    "arguments as an object": (
        [call({"a": 1}), end("tool_calls")],
        [
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, '{"a": 1}', '{"a": 1}', None),
            CHUNK,
            (f"{ARGUMENTS}.done", 0, "f", 0, '{"a": 1}', None),
        ],
    ),
    "a custom tool ends the call before it": (
        [
            call("{}", 0),
            part({"tool_calls": [{"index": 1, "custom": {"name": "c", "input": "x"}}]}),
            end("tool_calls"),
        ],
        [
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "{}", "{}", None),
            CHUNK,
            (f"{ARGUMENTS}.done", 0, "f", 0, "{}", None),
            CHUNK,
        ],
    ),
    "several choices": (
        [
            {
                "choices": [
                    {"index": 1, "delta": {"content": "b"}, "finish_reason": "stop"},
                    {"index": 0, "delta": {"content": "a"}},
                ]
            },
            end(),
        ],
        [
            CHUNK,
            ("content.delta", 1, "b", "b", None),
            ("content.done", 1, "b", None),
            ("content.delta", 0, "a", "a", None),
            CHUNK,
            ("content.done", 0, "a", None),
        ],
    ),
    "choices without an index": (
        [
            {"choices": [{"delta": {"content": "a"}}, {"delta": {"content": "b"}}]},
            {"choices": [{"delta": {"content": "A"}, "finish_reason": "stop"}]},
        ],
        [
            CHUNK,
            ("content.delta", 0, "a", "a", None),
            ("content.delta", 1, "b", "b", None),
            CHUNK,
            ("content.delta", 0, "A", "aA", None),
            ("content.done", 0, "aA", None),
        ],
    ),
    "content in parts": (
        [part({"content": [{"type": "text", "text": "a"}, {"type": "image_url"}]}), end()],
        [CHUNK, ("content.delta", 0, "a", "a", None), CHUNK, ("content.done", 0, "a", None)],
    ),
    "an end that is said twice": (
        [part({"content": "a"}), end(), end()],
        [
            CHUNK,
            ("content.delta", 0, "a", "a", None),
            CHUNK,
            ("content.done", 0, "a", None),
            CHUNK,
        ],
    ),
    "no reason to end": (
        [part({"content": "a"}), part({}, finish_reason=None), part({}, finish_reason="")],
        [CHUNK, ("content.delta", 0, "a", "a", None), CHUNK, CHUNK],
    ),
    "an unknown reason to end": (
        [part({"content": "a"}, finish_reason="bored")],
        [CHUNK, ("content.delta", 0, "a", "a", None), ("content.done", 0, "a", None)],
    ),
    "cut, and nobody cares": (
        [part({"content": "{"}, finish_reason="length")],
        [CHUNK, ("content.delta", 0, "{", "{", None), ("content.done", 0, "{", None)],
    ),
    "a whole message": (
        [{"choices": [{"message": {"content": "a"}, "finish_reason": "stop"}]}],
        [CHUNK, ("content.delta", 0, "a", "a", None), ("content.done", 0, "a", None)],
    ),
    "odd things": (
        [
            {},
            {"choices": None},
            {"choices": "text"},
            {"choices": [None, {}, {"delta": None}, {"delta": "text"}, {"index": "x"}]},
            part({"content": True, "refusal": {"a": 1}, "tool_calls": "text"}),
            part({"tool_calls": [None, {}, {"function": "x"}, {"index": 3, "function": None}]}),
            part({}, logprobs={"content": "x"}),
            part({}, logprobs=[1]),
        ],
        [CHUNK] * 8,
    ),
}


@pytest.mark.parametrize(("chunks", "events"), PLAIN.values(), ids=PLAIN.keys())
def test_chunks_become_events(chunks: list[Chunk], events: list[tuple[Any, ...]]) -> None:
    """For each chunk come its event, then choice by choice the deltas, then the ends."""
    assert events_of(chunks) == events


PARSED: dict[str, tuple[list[Chunk], OutputFormat[Any] | None, list[tuple[Any, ...]]]] = {
    "text": (
        [
            part({"content": ""}),
            part({"content": '{"a": "x'}),
            part({"content": 'y", "b": 1'}),
            part({"content": "}"}),
            end(),
        ],
        DictFormat(),
        [
            CHUNK,
            ("content.delta", 0, "", "", None),
            CHUNK,
            ("content.delta", 0, '{"a": "x', '{"a": "x', {"a": "x"}),
            CHUNK,
            ("content.delta", 0, 'y", "b": 1', '{"a": "xy", "b": 1', {"a": "xy"}),
            CHUNK,
            ("content.delta", 0, "}", '{"a": "xy", "b": 1}', {"a": "xy", "b": 1}),
            CHUNK,
            ("content.done", 0, '{"a": "xy", "b": 1}', {"a": "xy", "b": 1}),
        ],
    ),
    "text in a wrapper": (
        [part({"content": '{"val'}), part({"content": 'ue": "x'}), part({"content": '"}'}), end()],
        TextFormat(),
        [
            CHUNK,
            ("content.delta", 0, '{"val', '{"val', None),
            CHUNK,
            ("content.delta", 0, 'ue": "x', '{"value": "x', "x"),
            CHUNK,
            ("content.delta", 0, '"}', '{"value": "x"}', "x"),
            CHUNK,
            ("content.done", 0, '{"value": "x"}', "x"),
        ],
    ),
    "a refusal": (
        [part({"content": "", "refusal": "No"}), end()],
        DictFormat(),
        [
            CHUNK,
            ("content.delta", 0, "", "", None),
            ("refusal.delta", 0, "No", "No"),
            CHUNK,
            ("content.done", 0, "", None),
            ("refusal.done", 0, "No"),
        ],
    ),
    "arguments": (
        [call('{"a": ['), call("1, 2]}", name=""), call("{", 1, "g"), end("tool_calls")],
        None,
        [
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, '{"a": [', '{"a": [', {"a": []}),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, '{"a": [1, 2]}', "1, 2]}", {"a": [1, 2]}),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "g", 1, "{", "{", None),
            (f"{ARGUMENTS}.done", 0, "f", 0, '{"a": [1, 2]}', {"a": [1, 2]}),
            CHUNK,
            (f"{ARGUMENTS}.done", 0, "g", 1, "{", None),
        ],
    ),
    "arguments before the name": (
        [call("[1, ", name=""), call("2, ", name="f")],
        None,
        [
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "", 0, "[1, ", "[1, ", None),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "[1, 2, ", "2, ", [1, 2]),
        ],
    ),
    "interleaved arguments that are not whole when the next call starts": (
        [call("[1, 2", 0), call("[2]", 1), call("]", 0, ""), end("tool_calls")],
        None,
        [
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "[1, 2", "[1, 2", [1]),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 1, "[2]", "[2]", [2]),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "[1, 2]", "]", [1, 2]),
            CHUNK,
            (f"{ARGUMENTS}.done", 0, "f", 0, "[1, 2]", [1, 2]),
            (f"{ARGUMENTS}.done", 0, "f", 1, "[2]", [2]),
        ],
    ),
    "words before a tool call": (
        [part({"content": "I go."}), call("{}"), end("tool_calls")],
        DictFormat(),
        [
            CHUNK,
            ("content.delta", 0, "I go.", "I go.", None),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "{}", "{}", {}),
            CHUNK,
            ("content.done", 0, "I go.", None),
            (f"{ARGUMENTS}.done", 0, "f", 0, "{}", {}),
        ],
    ),
    # The ends that are left out are told of by an error, after the last event.
    "cut": (
        [
            part({"content": "{}"}, logprobs={"content": [token("{}")]}),
            call("{}"),
            call("{}", 1, "g"),
            end("length"),
        ],
        DictFormat(),
        [
            CHUNK,
            ("content.delta", 0, "{}", "{}", {}),
            ("logprobs.content.delta", 0, "{}", "{}"),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "f", 0, "{}", "{}", {}),
            CHUNK,
            (f"{ARGUMENTS}.delta", 0, "g", 1, "{}", "{}", None),
            (f"{ARGUMENTS}.done", 0, "f", 0, "{}", {}),
            CHUNK,
            (f"{ARGUMENTS}.done", 0, "g", 1, "{}", None),
            ("logprobs.content.done", 0, "{}"),
        ],
    ),
    "a cut call": (
        [call("{}"), end("content_filter")],
        None,
        [CHUNK, (f"{ARGUMENTS}.delta", 0, "f", 0, "{}", "{}", {}), CHUNK],
    ),
    "what does not fit": (
        [part({"content": "Sure!"}), end()],
        DictFormat(),
        [CHUNK, ("content.delta", 0, "Sure!", "Sure!", None), CHUNK],
    ),
}


@pytest.mark.parametrize(
    ("chunks", "response_format", "events"), PARSED.values(), ids=PARSED.keys()
)
def test_events_know_what_the_text_says(
    chunks: list[Chunk], response_format: OutputFormat[Any] | None, events: list[tuple[Any, ...]]
) -> None:
    """Where it was asked for, deltas have what the text says so far, and its end what it says."""
    assert events_of(chunks, response_format, PARSERS) == events


ENDS: dict[str, tuple[list[Chunk], list[tuple[Any, ...]]]] = {
    "nothing came": ([], []),
    "all has ended": ([part({"content": "{}"}), call("{}"), end()], []),
    "all is open": (
        [
            part({"content": '{"a": 1}'}, logprobs={"content": [token("x")]}),
            call("{}"),
            call("[1]", 1),
            part({"refusal": "No"}, index=1, logprobs={"refusal": [token("y")]}),
        ],
        [
            ("content.done", 0, '{"a": 1}', {"a": 1}),
            (f"{ARGUMENTS}.done", 0, "f", 1, "[1]", [1]),
            ("logprobs.content.done", 0, "x"),
            ("refusal.done", 1, "No"),
            ("logprobs.refusal.done", 1, "y"),
        ],
    ),
    "what does not fit": ([part({"content": "Sure!"})], []),
    "arguments that do not fit": ([call("{")], []),
    "more after the end": (
        [part({"content": "{"}), end(), part({"content": "}"})],
        [("content.done", 0, "{}", {})],
    ),
    "no text after the end": ([part({"content": "{}"}), end(), part({"content": ""})], []),
    "more after it was cut": ([part({"content": "{"}), end("length"), part({"content": "}"})], []),
}


@pytest.mark.parametrize(("chunks", "events"), ENDS.values(), ids=ENDS.keys())
def test_what_is_open_ends_with_the_stream(
    chunks: list[Chunk], events: list[tuple[Any, ...]]
) -> None:
    """At the end of the stream comes the end of all that no finish reason has ended."""
    assert last_events_of(chunks, DictFormat(), PARSERS) == events


def built(*chunks: Chunk) -> tuple[CompletionEventBuilder[Any], list[Any]]:
    builder = CompletionEventBuilder[Any](CompletionParser(DictFormat(), PARSERS))
    made = [ChatCompletionChunk.from_dict(chunk) for chunk in chunks]
    return builder, [event for chunk in made for event in builder.add(chunk)]


def test_a_chunk_knows_what_has_arrived() -> None:
    """The snapshot of a chunk is what has arrived by the time it is read."""
    chunks = [part({"content": "a"}), part({"content": "b"}, logprobs={"content": [token("b")]})]
    builder, events = built(*chunks)

    for _ in range(2):
        assert (
            events[0].snapshot
            == events[2].snapshot
            == builder.answer()
            == CHUNK_FORMAT.accumulate(chunks)
        )
    assert events[0].chunk.to_dict() == chunks[0]
    assert events[0].snapshot.choices[0].message.content == "ab"


def test_snapshots_stay_what_they_are() -> None:
    """The snapshots of text and tokens are those of their event, whenever they are read."""
    deltas = ["a", "", "bc", "\N{SNOWMAN}", "d"]
    chunks = [part({"content": d, "refusal": d}, logprobs={"content": [token(d)]}) for d in deltas]
    _, events = built(*chunks, end())
    texts = [event for event in events if isinstance(event, ContentDeltaEvent)]
    tokens = [event.snapshot for event in events if event.type == "logprobs.content.delta"]

    expected = ["a", "a", "abc", "abc\N{SNOWMAN}", "abc\N{SNOWMAN}d"]
    assert [event.snapshot for event in reversed(texts)] == expected[::-1]
    assert [event.snapshot for event in texts] == expected
    assert [len(snapshot) for snapshot in tokens] == [1, 2, 3, 4, 5]


def test_what_is_parsed_belongs_to_its_event() -> None:
    """What a delta has parsed is the text up to it, parsed anew each time it is read."""
    _, events = built(part({"content": '{"a": 1, '}), part({"content": '"b": 2}'}), end())
    first, second, done = (event for event in events if event.type.startswith("content"))

    first.parsed["a"] = 7
    assert first.parsed == {"a": 1}
    assert second.parsed == done.parsed == {"a": 1, "b": 2}


def test_events_compare_and_show() -> None:
    """Events are equal where they say the same, show what they say, and are not hashed."""
    _, events = built(*PLAIN["everything at once, in order"][0])
    _, again = built(*PLAIN["everything at once, in order"][0])
    [*_, other] = built(part({"content": "x"}))[1]

    assert events == again
    assert all(event != other for event in events)
    assert repr(events[2]) == "RefusalDeltaEvent(choice=0, delta='r', snapshot='r')"
    with pytest.raises(TypeError, match="unhashable"):
        hash(events[0])


def test_events_become_json() -> None:
    """`to_dict` is the type and what is said, plain, and stays as it is; there is no snapshot."""
    chunk = part({"content": '{"a": [1, '}, logprobs={"content": [token("x")]})
    _, [first, delta, tokens, *_] = built(chunk, part({"content": "2"}), call("{}"))
    said = delta.to_dict()
    delta.parsed["a"].append("more")

    assert list(said) == ["type", "choice", "delta", "snapshot", "parsed"]
    assert said == {
        "type": "content.delta",
        "choice": 0,
        "delta": '{"a": [1, ',
        "snapshot": '{"a": [1, ',
        "parsed": {"a": [1]},
    }
    assert first.to_dict() == {"type": "chunk", "chunk": chunk}
    assert tokens.to_dict() == {
        "type": "logprobs.content.delta",
        "choice": 0,
        "content": [token("x")],
        "snapshot": [token("x")],
    }
    for event in built(*PLAIN["everything at once, in order"][0])[1]:
        assert json.loads(json.dumps(event.to_dict())) == event.to_dict()


@dataclasses.dataclass
class Point:
    """A place."""

    x: int


@attrs.define
class Walk:
    """From place to place, on a day."""

    places: list[Point]
    day: dt.date


class Walks(pydantic.BaseModel):
    """Several, by the name of the JSON."""

    walks: list[Any] = pydantic.Field(alias="all")


def test_what_output_became_is_json() -> None:
    """Output may have become anything: models, dataclasses, attrs classes, lists of them."""
    walk = Walk([Point(1)], dt.date(2026, 1, 31))
    plain_walk = {"places": [{"x": 1}], "day": "2026-01-31"}

    for parsed, expected in [
        (Point(1), {"x": 1}),
        ((walk, [walk]), [plain_walk, [plain_walk]]),
        (Walks(all=[walk, 2]), {"all": [plain_walk, 2]}),
        (["a", None, True, 0.5], ["a", None, True, 0.5]),
    ]:
        event: ContentDoneEvent[Any] = ContentDoneEvent(choice=0, content="", parsed=parsed)
        assert event.to_dict()["parsed"] == expected
    with pytest.raises(Exception, match="object cannot be written as JSON"):
        ContentDoneEvent(choice=0, content="", parsed=object()).to_dict()


def test_events_are_made_by_hand() -> None:
    """A test of an application can make events of what they say; they equal those of a stream."""
    for event in built(*PLAIN["everything at once, in order"][0])[1]:
        names = (field.alias for field in attrs.fields(type(event)))
        assert type(event)(**{name: getattr(event, name) for name in names}) == event
    delta = ContentDeltaEvent(choice=0, delta="x", snapshot="ax", parsed=None)
    assert repr(delta) == "ContentDeltaEvent(choice=0, delta='x', snapshot='ax', parsed=None)"
    assert delta.to_dict()["snapshot"] == "ax"


def test_every_event_is_of_the_union() -> None:
    """The type of a stream's events has all of them, each with a `type` of its own."""
    kinds = [getattr(kind, "__origin__", kind) for kind in get_args(ChatCompletionStreamEvent)]
    _, events = built(*PLAIN["everything at once, in order"][0])

    assert {type(event) for event in events} == set(kinds)
    assert len({kind.type for kind in kinds}) == len(kinds) == 11


COSTS: dict[str, Chunk] = {
    "text": part({"content": '{"a": [1, "b"]}, '}),
    "refusal": part({"refusal": "x"}),
    "arguments": call('{"a": [1, "b"]}, '),
    "tokens": part({}, logprobs={"content": [token("x")], "refusal": [token("y")]}),
}


@pytest.mark.parametrize("piece", COSTS.values(), ids=COSTS.keys())
def test_a_chunk_costs_the_same_at_any_place(piece: Chunk) -> None:
    """What a chunk costs does not depend on what came before it, `parsed` included."""
    chunk = ChatCompletionChunk.from_dict(piece)
    builder, _ = built(part({"content": "["}), call("["), piece, piece)  # which might be repeated
    early = work_of(lambda: builder.add(chunk))
    for _ in range(1000):
        builder.add(chunk)

    assert early == work_of(lambda: builder.add(chunk))


def test_a_snapshot_that_is_read_each_time_is_not_copied() -> None:
    """Reading a snapshot takes the same time at any place of the stream."""

    def seconds(text: str) -> float:
        builder, _ = built(part({"content": '{"a": "' + text}))
        return min(timed(builder) for _ in range(10))

    def timed(builder: CompletionEventBuilder[Any]) -> float:
        chunk = ChatCompletionChunk.from_dict(part({"content": "word "}))
        begin = time.perf_counter()
        for _ in range(20):
            [_, event] = builder.add(chunk)
            assert isinstance(event, ContentDeltaEvent)
            assert event.snapshot.endswith("word ")
        return time.perf_counter() - begin

    short, long = seconds(""), seconds("x" * 8_000_000)

    assert long < 10 * short  # copying takes a hundred times as long, and more


def test_events_have_their_classes() -> None:
    """An event can be told by its class as well as by its type."""
    _, events = built(call("{}"))

    assert [type(event) for event in events] == [ChunkEvent, FunctionToolCallArgumentsDeltaEvent]
