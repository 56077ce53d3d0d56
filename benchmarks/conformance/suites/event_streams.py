"""Event streams as the standard has them (WHATWG HTML, 9.2), and as the web platform tests ask.

The kinds of cases are those of the tests' folder `eventsource/` in which the format is tested; the
streams are ours. Each carries a whole answer, spelt in its own way, so that a client that reads the
standard's syntax has all words.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from benchmarks.conformance.dialects import BOTH, CHAT, WORDS, Dialect, Event
from benchmarks.conformance.provider import Asked, Steps
from benchmarks.conformance.scenarios import Answer, Call, Failure, Scenario, Suite
from tests.server import event_stream

__all__ = ["EVENT_STREAMS"]

BOM = b"\xef\xbb\xbf"
CHARACTERS = ["Ж", "ok… ", "\U0001f600", "\u2028", "\x85", "."]
HIDDEN = "This must not be read."


def _spelt(spell: Callable[[Sequence[Event]], bytes]) -> Callable[[Dialect, Asked], Steps]:
    """Return a script whose events are spelt by a function."""
    return lambda dialect, asked: event_stream(spell(dialect.events()))


def _lines(end: str, between: Sequence[str] = ()) -> Callable[[Sequence[Event]], bytes]:
    """Return a function that ends lines so, with lines before each event's."""

    def spell(events: Sequence[Event]) -> bytes:
        lines = [line for event in events for line in [*between, *event.fields, ""]]
        return "".join(line + end for line in lines).encode()

    return spell


def _data(spell: Callable[[str], Sequence[str]]) -> Callable[[Sequence[Event]], bytes]:
    """Return a function that writes the JSON of each event as these lines."""

    def lines(event: Event) -> list[str]:
        *name, data = event.fields
        return [*name, *(spell(event.data) if event.data.startswith("{") else [data])]

    return lambda events: "".join("\n".join([*lines(each), "", ""]) for each in events).encode()


def _in_two_lines(data: str) -> list[str]:
    # JSON may have a line end where it may have a space (RFC 8259, 2).
    first, found, second = data.partition(", ")
    return [f"data: {first},", f"data: {second}"] if found else [f"data: {data}"]


def _by_bytes(dialect: Dialect, asked: Asked) -> Steps:
    body = b"".join(_raw(event) for event in dialect.events(CHARACTERS))
    return event_stream(*(body[place : place + 1] for place in range(len(body))))


def _as_latin(dialect: Dialect, asked: Asked) -> Steps:
    body = b"".join(_raw(event) for event in dialect.events(CHARACTERS))
    return event_stream(body, headers={"Content-Type": "text/event-stream; charset=windows-1252"})


def _raw(event: Event) -> bytes:
    """Return an event whose JSON has characters, not escapes."""
    if event.data == "[DONE]":
        return event.sent
    return event._replace(data=json.dumps(json.loads(event.data), ensure_ascii=False)).sent


def _hidden(line: str) -> Callable[[Dialect, Asked], Steps]:
    """Return a script that has an event of words in lines that say nothing."""

    def script(dialect: Dialect, asked: Asked) -> Steps:
        data = dialect.word(HIDDEN).data
        events = [event.sent for event in dialect.events()]
        events.insert(dialect.first_word + 1, f"{line.replace('DATA', data)}\n\n".encode())
        return event_stream(*events)

    return script


def _cut_before_the_empty_line(dialect: Dialect, asked: Asked) -> Steps:
    *events, last = (each.sent for each in dialect.events()[: dialect.first_word + len(WORDS)])
    return event_stream(*events, last[:-1])


def _two_boms(events: Sequence[Event]) -> bytes:
    # The second is a part of the first name, so that this line says nothing.
    return BOM + BOM + b": a comment of no use\n" + b"".join(event.sent for event in events)


def _named(events: Sequence[Event]) -> bytes:
    return b"".join(
        event.sent if event.name else b"event: message\n" + event.sent for event in events
    )


def _case(
    name: str,
    test: str,
    script: Callable[[Dialect, Asked], Steps],
    right: str = "the whole answer",
    expected: Sequence[Answer | Failure] = (Answer(),),
    dialects: frozenset[str] = BOTH,
) -> Scenario:
    source = f"WHATWG HTML 9.2; {test}"
    return Scenario(name, right, source, script, [Call(expected, (1, 6))], dialects=dialects)


CHARACTERS_READ = (Answer("".join(CHARACTERS)),)
EVENT_STREAMS = Suite(
    "event-streams",
    "Event streams",
    "the kinds of cases of the web platform tests' `eventsource/format-*`; data of our own",
    [
        _case("lines that end with LF", "format-newlines", _spelt(_lines("\n"))),
        _case("lines that end with CRLF", "format-newlines", _spelt(_lines("\r\n"))),
        _case("lines that end with CR", "format-newlines", _spelt(_lines("\r"))),
        _case("a BOM at the start", "format-bom", _spelt(lambda all_: BOM + _lines("\n")(all_))),
        _case("two BOMs at the start", "format-bom-2", _spelt(_two_boms)),
        _case(
            "comments between lines",
            "format-comments",
            _spelt(_lines("\n", [":", ": ping", ":data: {}", ":" + "x" * 4096])),
        ),
        _case(
            "no space after the colon",
            "format-leading-space",
            _spelt(_data(lambda data: [f"data:{data}"])),
        ),
        _case(
            "two spaces after the colon",
            "format-leading-space",
            _spelt(_data(lambda data: [f"data:  {data}"])),
        ),
        _case(
            "a tab after the colon",
            "format-leading-space",
            _spelt(_data(lambda data: [f"data:\t{data}"])),
        ),
        _case("data in two lines", "event-data", _spelt(_data(_in_two_lines))),
        _case(
            "an empty line of data before the data",
            "format-field-data",
            _spelt(_data(lambda data: ["data", f"data: {data}"])),
        ),
        _case(
            "the name `message`",
            "format-field-event",
            _spelt(_named),
            dialects=frozenset({CHAT.name}),
        ),
        _case(
            "an empty name",
            "format-field-event-empty",
            _spelt(_lines("\n", ["event: "])),
        ),
        _case("ids", "format-field-id", _spelt(_lines("\n", ["id: 7"]))),
        _case(
            "an id with a null character",
            "format-field-id-null",
            _spelt(_lines("\n", ["id: a\0b"])),
        ),
        _case("a time to reconnect", "format-field-retry", _spelt(_lines("\n", ["retry: 10"]))),
        _case(
            "a time that is none", "format-field-retry-bogus", _spelt(_lines("\n", ["retry: 1e1"]))
        ),
        _case(
            "unknown fields, and lines without a colon",
            "format-field-unknown",
            _spelt(_lines("\n", ["foobar: x", "just some text", "da-ta: 3", "data_5: x"])),
        ),
        _case(
            "a field whose name has other letters than `data`",
            "format-field-parsing",
            _hidden("Data: DATA"),
        ),
        _case(
            "a field whose name begins with a space", "format-field-parsing", _hidden(" data: DATA")
        ),
        _case(
            "a field whose name has a null character",
            "format-field-parsing",
            _hidden("data\0: DATA"),
        ),
        _case("data in a comment", "format-comments", _hidden(":data: DATA")),
        _case("events without data", "format-field-data", _hidden("id: 1\n\nretry: 5\n\nevent: x")),
        _case(
            "a byte at a time",
            "format-utf-8",
            _by_bytes,
            expected=CHARACTERS_READ,
        ),
        _case(
            "UTF-8 with another charset in the header",
            "format-utf-8",
            _as_latin,
            expected=CHARACTERS_READ,
        ),
        _case(
            "the body ends before the empty line of the last word's event",
            "format-data-before-final-empty-line",
            _cut_before_the_empty_line,
            "an error: the stream is cut; the last event may be read or left out",
            (Failure(),),
        ),
    ],
)
