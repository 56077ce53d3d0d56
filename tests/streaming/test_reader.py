"""`apertis._streaming.reader`: from the pieces of a body to events and errors."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import apertis
from apertis import APIStreamError
from apertis._streaming.reader import EventReader
from apertis.chat.stream_format import CHUNK_FORMAT, ChoiceTextReader
from apertis_client.api.chat import create_chat_completion
from apertis_client.models import ChatCompletionChunk
from tests.http_messages import request_to, response_of

pytestmark = pytest.mark.each_json_library

REQUEST = request_to("https://host/v1/chat/completions")
DONE = b"data: [DONE]\n\n"


class Read(NamedTuple):
    """What a body came to: its chunks, as JSON, what failed, and the whole."""

    chunks: list[Any]
    failure: Any
    whole: Any


def read(pieces: Iterable[bytes], *, strict: bool = False) -> Read:
    response = response_of(headers={"x-request-id": "r"}, request=REQUEST)
    reader = EventReader(
        create_chat_completion.OPERATION, CHUNK_FORMAT, response, require_finish_reason=strict
    )
    chunks = [chunk for piece in pieces for chunk in reader.feed(piece)] + reader.finish()
    whole = reader.received()
    return Read([chunk.to_dict() for chunk in chunks], reader.failure, whole)


def event(chunk: Any, name: str = "") -> bytes:
    head = f"event: {name}\n" if name else ""
    return f"{head}data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode()


def text(content: str, **members: Any) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": {"content": content}, **members}]}


STOP = {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}


HANDED_ON: dict[str, Any] = {
    "text": text("a"),
    "no choices": {"id": "1", "usage": {"total_tokens": 3}},
    "empty choices": {"choices": []},
    "null choices": {"choices": None},
    "no delta": {"choices": [{"index": 0}]},
    "null delta": {"choices": [{"index": 0, "delta": None}]},
    "no index": {"choices": [{"delta": {"content": "a"}}]},
    "an empty id": {"id": "", "object": "", "created": 0, "model": "", **text("a")},
    "a model of its own": {"model": "another", **text("a")},
    "an unknown object": {"object": "web_search", "web_sources": [{"url": "u"}]},
    "an unknown finish reason": text("a", finish_reason="bored"),
    "nothing": {},
    "an empty error": {"error": {}, **text("a")},
    "a null error": {"error": None, **text("a")},
    "an error of empty fields": {"error": {"message": "", "code": None}, **text("a")},
    "a message of its own": {"message": "hello", **text("a")},
    "a chunk with a message and no choices": {
        "object": "chat.completion.chunk",
        "message": "hello",
    },
    "separators of Unicode": text("a\u2028b\u0085c\u2029d"),
    "a code of success": {"choices": [], "usage": {"total_tokens": 1}, "code": 0, "msg": "success"},
    "a status of success": {"choices": [], "code": 200, "message": "OK"},
    "success in base_resp": {"base_resp": {"status_code": 0, "status_msg": ""}, **text("a")},
    "no errors": {"errors": [], "error_code": 0, "error_msg": "", **text("a")},
    "a message beside a text": {"msg": "hello", **text("a")},
    "a null error in a delta": {"choices": [{"index": 0, "delta": {"error": None}}]},
}


@pytest.mark.parametrize("chunk", HANDED_ON.values(), ids=HANDED_ON.keys())
def test_a_chunk_is_handed_on_as_it_is(chunk: Any) -> None:
    """A chunk may lack whatever it likes, and is handed on with all that it has."""
    found = read([event(chunk), event(text("a")), DONE])

    assert found.chunks == [chunk, text("a")]
    assert found.failure is None


@pytest.mark.parametrize(
    "notice",
    [b"null", b"[]", b"[1]", b"7", b'"text"', b"true", b"keep-alive", b"upstream is slow", b""],
)
def test_what_is_no_chunk_is_skipped(caplog: pytest.LogCaptureFixture, notice: bytes) -> None:
    """Data that is no attempt at a chunk is skipped and logged, its content on the lowest level."""
    with caplog.at_level(logging.DEBUG, "apertis"):
        found = read([b"data: %b\n\n" % notice, event(text("a")), DONE])

    assert found.chunks == [text("a")]
    assert found.failure is None
    lines = [record for record in caplog.records if record.levelno > logging.DEBUG]
    assert not any(notice and notice.decode() in record.getMessage() for record in lines)
    assert not notice or lines
    shown = notice.decode().strip('"')
    assert any(shown in record.getMessage() for record in caplog.records) or not notice


@pytest.mark.parametrize("end", [b"[DONE]", b" [DONE] ", b"[DONE]\t", b"[DONE]\r"], ids=repr)
@pytest.mark.parametrize("after", [b"", b"data: {\n\n", event(text("b")), event({"error": "m"})])
def test_the_end_is_the_end(end: bytes, after: bytes) -> None:
    """`[DONE]`, with or without spaces, ends a stream; what follows it is not looked at."""
    found = read([event(text("a")), b"data: %b\n\n" % end, after])

    assert found.chunks == [text("a")]
    assert found.failure is None


@pytest.mark.parametrize(
    "body",
    [
        event(text("a", finish_reason="stop")),
        event(text("a", finish_reason="stop")) + event({"choices": [], "usage": {}}),
        event({"choices": [{"index": 1, "finish_reason": "length"}]}) + event(STOP),
        event(text("a")) + event(text("b", index=1)) + event(STOP) + b"data: [DONE]",
        event(text("a")) + event(STOP) + b"data: [DONE]\n",
        event({"choices": [{"index": 0, "message": {"content": "a"}, "finish_reason": "stop"}]}),
        event(text("a")) + event(text("b", index=1, finish_reason="stop")) + event(STOP),
    ],
)
def test_a_stream_that_says_why_it_stopped_is_whole(body: bytes) -> None:
    """One finish reason is enough with the end; without it each choice with content needs one."""
    assert read([body], strict=True).failure is None


@pytest.mark.parametrize(
    "body",
    [
        event(text("a")) + DONE,
        event(text("a")) + event({"choices": [], "usage": {"total_tokens": 3}}) + DONE,
        event(text("a", finish_reason="")) + DONE,
        event({"choices": [{"delta": {"tool_calls": [{"index": 0}]}}]}) + DONE,
        event({"choices": [{"delta": {"role": "assistant"}}]}) + DONE,
    ],
)
def test_an_end_without_a_finish_reason_proves_nothing(body: bytes) -> None:
    """Where no choice said why it stopped, `[DONE]` makes a stream whole only if so configured."""
    failure = read([body], strict=True).failure

    assert type(failure) is APIStreamError
    assert failure.truncated
    assert failure.partial is not None
    assert read([body]).failure is None


@pytest.mark.parametrize("body", [DONE, event({"usage": {}}) + DONE, b": ping\n\n" + DONE])
@pytest.mark.parametrize("strict", [True, False])
def test_a_stream_without_a_choice_is_no_success(body: bytes, *, strict: bool) -> None:
    """`[DONE]` after nothing, or after nothing but usage, is a stream that broke off."""
    failure = read([body], strict=strict).failure

    assert type(failure) is APIStreamError
    assert failure.truncated


TRUNCATED: dict[str, bytes] = {
    "nothing": b"",
    "no end": event(text("a")),
    "a null finish reason": event(text("a", finish_reason=None)),
    "an empty finish reason": event(text("a", finish_reason="")),
    "comments alone": b": ping\n\n: ping\n\n",
    "notices alone": b"data: hello\n\n",
    "an end without its data": event(text("a")) + b"event: done\n\n",
    "an end that is cut": event(text("a")) + b"data: [DON",
    "a choice without its end": event(text("a")) + event(text("b", index=1, finish_reason="stop")),
    "choices that are none": event({"choices": None}) + event({"choices": [None]}),
}


@pytest.mark.parametrize("body", TRUNCATED.values(), ids=TRUNCATED.keys())
def test_truncation_is_never_silent(body: bytes) -> None:
    """A body that ends with neither is broken off, and the error has what had arrived."""
    found = read([body])

    assert type(found.failure) is APIStreamError
    assert found.failure.truncated
    assert found.failure.message == "the stream ended before it was complete"
    assert found.failure.request_id == "r"
    assert found.failure.partial == found.whole


@pytest.mark.parametrize(
    "torn",
    [
        b"{",
        b'{"choices": [{"delta": {"con',
        b'{"a": 1}}',
        b"{'a': 1}",
        b'{"a": 1} {"a": 2}',
        b'{"a":' * 100_000,
    ],
    ids=lambda torn: torn.decode()[:30],
)
def test_invalid_json_is_an_error(torn: bytes) -> None:
    """Data that begins as an object and does not parse is an error; chunks before it stand."""
    found = read([event(text("a")), b"data: %b\n\n" % torn, event(text("b")), DONE])

    assert found.chunks == [text("a")]
    assert type(found.failure) is APIStreamError
    assert found.failure.message == "an event of the stream is not valid JSON"
    assert found.failure.truncated
    assert found.failure.partial
    assert found.failure.partial.choices[0].message.content == "a"


FAILED: dict[str, tuple[bytes, type[Exception], str]] = {
    "object": (event({"error": {"message": "m", "code": 429}}), apertis.RateLimitError, "m"),
    "text": (event({"error": "m"}), APIStreamError, "m"),
    "named": (event({"message": "m", "code": 503}, "error"), apertis.InternalServerError, "m"),
    "named, with a detail": (event({"detail": "m"}, "error"), APIStreamError, "m"),
    "named, without a message": (
        event({"type": "overloaded_error"}, "error"),
        apertis.InternalServerError,
        "the stream carries an error without a message",
    ),
    "named, as text": (b"event: error\ndata: upstream died\n\n", APIStreamError, "upstream died"),
    "of another kind of object": (event({"object": "error", "message": "m"}), APIStreamError, "m"),
    "Anthropic": (
        event({"type": "error", "error": {"type": "overloaded_error", "message": "m"}}, "error"),
        apertis.InternalServerError,
        "m",
    ),
    "with choices": (
        event({"error": {"message": "m", "code": 502}, **text("b", finish_reason="error")}),
        apertis.InternalServerError,
        "m",
    ),
    "without a message": (
        event({"error": {"code": "model_not_found"}}),
        apertis.NotFoundError,
        "the stream carries an error without a message",
    ),
    "in a list": (event([{"error": {"message": "m", "code": 429}}]), apertis.RateLimitError, "m"),
    "in a list, without a status": (event([{"error": "m"}]), APIStreamError, "m"),
    "in a choice": (
        event({"choices": [{"error": {"message": "m", "code": 502}, "delta": {"content": "b"}}]}),
        apertis.InternalServerError,
        "m",
    ),
    "bare": (b'{"error": {"message": "m", "code": 429}}\n\n', apertis.RateLimitError, "m"),
    "bare, behind a comment": (
        b': x\n\n{"error": "m", "code": 429}\n',
        apertis.RateLimitError,
        "m",
    ),
    "bare, in lines": (
        json.dumps({"error": {"message": "m", "code": 400}}, indent=1).encode() + b"\r\n",
        apertis.BadRequestError,
        "m",
    ),
    "bare, in a list": (
        b'[{"error": {"message": "m", "code": 429}}]\n',
        apertis.RateLimitError,
        "m",
    ),
    "encoded twice": (
        event('{"error": {"message": "m", "code": 503}}'),
        apertis.InternalServerError,
        "m",
    ),
    "a finish reason": (
        event(text("b", finish_reason="server_error")),
        apertis.InternalServerError,
        "the model stopped with the finish reason 'server_error'",
    ),
    "a finish reason of a gateway": (
        event(text("b", finish_reason="network_error")),
        apertis.InternalServerError,
        "the model stopped with the finish reason 'network_error'",
    ),
    "a finish reason without a name like that": (
        event(text("b", finish_reason="insufficient_system_resource")),
        apertis.InternalServerError,
        "the model stopped with the finish reason 'insufficient_system_resource'",
    ),
    "an answer that the server gave up": (
        event(text("b", finish_reason="abort")),
        apertis.APIStreamError,
        "the model stopped with the finish reason 'abort'",
    ),
    "base_resp beside choices": (
        event({"base_resp": {"status_code": 1008, "status_msg": "m"}, **text("b")}),
        apertis.PaymentRequiredError,
        "m",
    ),
    "errors beside choices": (
        event({"errors": [{"message": "m", "code": 500}], **text("b")}),
        apertis.InternalServerError,
        "m",
    ),
    "code and msg beside choices": (
        event({"code": 429, "msg": "m", **text("b")}),
        apertis.RateLimitError,
        "m",
    ),
    "code and msg in a list": (
        event([{"code": 500, "msg": "m"}]),
        apertis.InternalServerError,
        "m",
    ),
    "base_resp in a list": (
        event([{"base_resp": {"status_code": 1008, "status_msg": "m"}}]),
        apertis.PaymentRequiredError,
        "m",
    ),
    "errors in a list": (event([{"errors": [{"message": "m"}]}]), APIStreamError, "m"),
    "a message in a list": (event([{"message": "m", "code": 429}]), apertis.RateLimitError, "m"),
    "in a list in a list": (event([[{"error": "m", "code": 429}]]), apertis.RateLimitError, "m"),
    "in a delta": (
        event({"choices": [{"delta": {"error": {"message": "m", "code": 502}}}]}),
        apertis.InternalServerError,
        "m",
    ),
    "in a message": (
        event({"choices": [{"message": {"error": {"message": "m", "code": 502}}}]}),
        apertis.InternalServerError,
        "m",
    ),
    "llama.cpp": (
        b'error: {"error": {"message": "m", "code": 400}}\n\n',
        apertis.BadRequestError,
        "m",
    ),
    "llama.cpp, as text": (b"error: upstream died\n\n", APIStreamError, "upstream died"),
    "named, as text in JSON": (b'event: error\ndata: "m"\n\n', APIStreamError, "m"),
    "bare, in a list in lines": (
        json.dumps([{"error": {"message": "m", "code": 429}}], indent=1).encode() + b"\n",
        apertis.RateLimitError,
        "m",
    ),
    "with a status beside it": (
        event({"error": "m", "status": 402}),
        apertis.PaymentRequiredError,
        "m",
    ),
    "message": (event({"message": "m"}), APIStreamError, "m"),
    "detail": (event({"detail": "m"}), APIStreamError, "m"),
    "code and message": (event({"code": "hm", "message": "m"}), APIStreamError, "m"),
    "code of a status": (event({"code": 402, "message": "m"}), apertis.PaymentRequiredError, "m"),
    "type error": (event({"type": "error", "message": "m"}), APIStreamError, "m"),
    "type of a status": (
        event({"type": "rate_limit_error", "message": "m"}),
        apertis.RateLimitError,
        "m",
    ),
    "status and detail": (event({"status": 503, "detail": "m"}), apertis.InternalServerError, "m"),
    "status as text": (event({"status": "503", "detail": "m"}), apertis.InternalServerError, "m"),
    "status_code": (event({"status_code": 429, "message": "m"}), apertis.RateLimitError, "m"),
    "inner status": (event({"error": {"status": 404, "message": "m"}}), apertis.NotFoundError, "m"),
    "outer status": (event({"status": 404, "error": {"message": "m"}}), apertis.NotFoundError, "m"),
    "errors": (event({"errors": [{"message": "m", "code": 400}]}), apertis.BadRequestError, "m"),
    "errors as text": (event({"errors": ["m", "Never."]}), APIStreamError, "m"),
    "errors and status": (
        event({"errors": [{"detail": "m"}], "status": 400}),
        apertis.BadRequestError,
        "m",
    ),
    "errors beside a message": (event({"errors": ["x"], "message": "m"}), APIStreamError, "m"),
    "no errors beside a message": (event({"errors": [], "message": "m"}), APIStreamError, "m"),
    "flat": (
        event({"object": "error", "error": None, "message": "m", "code": "hm"}),
        APIStreamError,
        "m",
    ),
    "flat with a status": (
        event({"object": "error", "error": None, "message": "m", "code": 503}),
        apertis.InternalServerError,
        "m",
    ),
    "null message": (event({"error": "m", "message": None}), APIStreamError, "m"),
    "named, with a null error": (
        event({"error": None, "message": "m"}, "error"),
        APIStreamError,
        "m",
    ),
    "named with a status": (
        event({"error": None, "message": "m", "code": 503}, "error"),
        apertis.InternalServerError,
        "m",
    ),
    "named chunk": (
        event({"choices": [], "error": {"message": "m"}}, "error"),
        APIStreamError,
        "m",
    ),
    "named text": (b"event: error\ndata: m\n\n", APIStreamError, "m"),
    "choice": (
        event({"choices": [{"index": 0, "error": {"code": 502, "message": "m"}}]}),
        apertis.InternalServerError,
        "m",
    ),
    "choice of text": (event({"choices": [{"index": 0, "error": "m"}]}), APIStreamError, "m"),
    "second choice": (
        event({"choices": [{"error": {"code": 0}}, {"error": {"code": 502, "message": "m"}}]}),
        apertis.InternalServerError,
        "m",
    ),
    "a chunk": (
        event({"object": "chat.completion.chunk", "choices": [], "error": {"message": "m"}}),
        APIStreamError,
        "m",
    ),
}


@pytest.mark.parametrize(("body", "error", "message"), FAILED.values(), ids=FAILED.keys())
def test_an_error_in_a_stream_is_an_error(
    body: bytes, error: type[Exception], message: str
) -> None:
    """An error in any shape is the exception for its status, with what had arrived."""
    found = read([event(text("a")), body, event(text("c")), DONE])

    assert found.chunks == [text("a")]
    assert isinstance(found.failure, error)
    assert isinstance(found.failure, APIStreamError)
    assert isinstance(found.failure, apertis.APIStatusError) == (error is not APIStreamError)
    assert found.failure.message == message
    assert not found.failure.truncated
    assert found.failure.partial
    assert (found.failure.partial.choices[0].message.content or "").startswith("a")
    if b'"choices"' not in body:
        assert list(found.failure.partial.to_dict()) == ["choices"]


@pytest.mark.parametrize("size", [1, 7, 1000])
@pytest.mark.parametrize(
    "tail",
    [
        '{"error": {"message": "m", "code": 529}}',
        '{"error": {"message": "m", "code": 529}}\n',
        '\n\n{"error": {"message": "m", "code": 529}}\n\ndata: [DONE]\n\n',
        'error: {"error": {"message": "m", "code": 529}}\n\n',
        json.dumps([{"error": {"message": "m", "code": 529}}], indent=2),
        '{"error": {"message": "m", "code": 529}}\ndata: [DONE]\n\n',
        json.dumps({"error": {"message": "m", "code": 529}}, indent=2),
    ],
)
def test_bare_json_is_an_error_however_it_is_cut(tail: str, size: int) -> None:
    """An error without `data:` behind the last event is read at the end and before `[DONE]`."""
    for before in (b"", b"\n"):
        body = event(text("a", finish_reason="stop"))[:-1] + before + tail.encode()
        found = read(body[start : start + size] for start in range(0, len(body), size))

        assert found.chunks == [text("a", finish_reason="stop")]
        assert (found.failure.status_code, found.failure.message) == (529, "m")


@pytest.mark.parametrize(
    "data",
    [
        "data: {}",
        "data:{}",
        "data: data: {}",
        "data : {}",
        "data: " * 5_000 + "{}",
        "\ufeff{}",
        "[{}]",
        "[[{}]]",
        "[" * 300 + "{}" + "]" * 300,
    ],
    ids=lambda data: data[:12],
)
def test_a_chunk_in_disguise_is_read(data: str) -> None:
    """A chunk with its field name again, a byte order mark or lists around it is read."""
    found = read([f"data: {data.format(json.dumps(text('a')))}\n\n".encode(), DONE])

    assert found.chunks == [text("a")]
    assert found.failure is None


@pytest.mark.parametrize(
    "body",
    [
        "data: {a}\ndata: {b}\ndata: [DONE]\n",
        "data: {a}\ndata: {b}\n\ndata: [DONE]\n\n",
        "data: {a}\n{b}\n\ndata: [DONE]\n\n",
        "data: [{a}]\n\n{b}\n[DONE]\n\n",
    ],
)
def test_chunks_between_which_nothing_is(body: str) -> None:
    """Chunks are read where a gateway has lost the empty lines, or all lines, between them."""
    chunks = [text("a"), text("b", finish_reason="stop")]
    a, b = map(json.dumps, chunks)
    found = read([body.replace("{a}", a).replace("{b}", b).encode()])

    assert found.chunks == chunks
    assert found.failure is None


@pytest.mark.parametrize("rest", ["{", "x", "[DONE]", "{}", "\ndata: {", "\ndata: x"])
def test_chunks_behind_which_something_is(rest: str) -> None:
    """Where something that is no chunk follows at once, nothing is passed over in silence."""
    failure = read([f"data: {json.dumps(text('a'))}{rest}\n\n".encode(), DONE]).failure

    assert failure.message == "an event of the stream is not valid JSON"


@pytest.mark.parametrize("reason", ["null", ""])
def test_a_reason_that_says_nothing(reason: str) -> None:
    """A finish reason that is the text `null` or empty does not end a choice."""
    chunks = [text("ha", finish_reason=reason), text("ha", finish_reason=reason)]
    ended = [text("ha", finish_reason="stop"), *chunks]
    whole = CHUNK_FORMAT.accumulate(chunks)

    assert not CHUNK_FORMAT.is_whole(chunks, has_end=True, require_finish_reason=True)
    assert CHUNK_FORMAT.is_whole(ended, has_end=True, require_finish_reason=True)
    assert whole is not None
    assert whole.choices[0].message.content == "haha"


@pytest.mark.parametrize("data", ["{}", " {}", "data: {}", "\ufeff{}", "[{}]"])
def test_a_chunk_that_is_a_text_is_read(data: str) -> None:
    """A chunk that was encoded twice is read, also from a list and with spaces before it."""
    encoded = data.format(json.dumps(text("a")))
    body = [event(encoded), event([encoded]), event(json.dumps(encoded)), DONE]

    assert read(body).chunks == [text("a")] * 3


@pytest.mark.parametrize("field", ["\ufeffdata: ", " data: ", "data : ", "Data: ", "\tDATA :"])
def test_a_chunk_after_an_unusual_field_name_is_read(field: str) -> None:
    """JSON after a field name with a byte order mark, spaces or capitals is data."""
    loose = f"{field}{json.dumps(text('b'))}\n\n".encode()

    assert read([event(text("a")), loose, DONE]).chunks == [text("a"), text("b")]


@pytest.mark.parametrize(
    "chunk",
    [
        {"choices": 7},
        {"choices": {"index": 0, "delta": {"content": "b"}}},
        {"choices": [[{"index": 0, "delta": {"content": "b"}}]]},
        {"choices": [None, "b"]},
        {"choices": [{"index": 0, "delta": "b"}]},
        {"choices": [{"index": 0, "message": ["b"], "finish_reason": "stop"}]},
    ],
    ids=json.dumps,
)
def test_a_chunk_that_cannot_be_read_is_an_error(chunk: Any) -> None:
    """A stream of which something was passed over never counts as whole."""
    found = read([event(text("a")), event(chunk), event(STOP), DONE])

    assert found.chunks == [text("a")]
    assert found.failure.truncated
    assert "unknown shape" in found.failure.message


def test_halves_of_characters_may_be_bytes() -> None:
    """Halves of a surrogate pair that stand as bytes of their own in chunks become a character."""
    halves = [json.dumps(text("\ud83d")), json.dumps(text("\ude00"))]
    raw = [half.replace("\\ud83d", "\ud83d").replace("\\ude00", "\ude00") for half in halves]
    body = [b"data: %b\n\n" % half.encode("utf-8", "surrogatepass") for half in raw]
    found = read([*body, event(STOP), DONE])

    assert [chunk["choices"][0]["delta"].get("content") for chunk in found.chunks[:2]] == [
        "\ud83d",
        "\ude00",
    ]
    assert found.whole.choices[0].message.content == "\U0001f600"


def test_characters_may_be_two_halves_in_bytes() -> None:
    """Characters that are written as surrogate pairs (CESU-8) are read as one each."""
    body = json.dumps(text("\ud83d\ude00"), ensure_ascii=False).encode("utf-8", "surrogatepass")

    assert read([b"data: %b\n\n" % body, event(STOP), DONE]).chunks[0] == text("\U0001f600")


def test_a_chunk_without_a_field_name_is_read() -> None:
    """A chunk on a line of its own within a stream is read."""
    body = event(text("a")) + json.dumps(text("b")).encode() + b"\n\n" + event(text("c"))

    assert read([body, DONE]).chunks == [text("a"), text("b"), text("c")]


@pytest.mark.parametrize("data", ["data: data: {", "upstream: {'choices': []} \"choices\"", "[{"])
def test_what_looks_like_a_chunk_and_is_none_is_an_error(data: str) -> None:
    """Only what cannot be a chunk is a notice."""
    failure = read([event(text("a")), f"data: {data}\n\n".encode(), DONE]).failure

    assert failure.message == "an event of the stream is not valid JSON"


@pytest.mark.parametrize("name", ["data", "result"])
def test_a_chunk_inside_of_another_object_is_not_skipped(name: str) -> None:
    """A gateway that wraps its chunks makes no hole in the text."""
    failure = read([event(text("a")), event({"code": 0, name: text("b")}), DONE]).failure

    assert "unknown shape" in failure.message


def test_what_comes_with_an_error_has_arrived() -> None:
    """Text in the chunk that carries an error is part of what had arrived."""
    found = read([event(text("a")), event({"error": "m", **text("b")})])

    assert found.failure.partial.choices[0].message.content == "ab"


def test_chunks_before_an_error_in_the_same_piece_are_handed_over() -> None:
    """What is wrong with the end of a piece takes nothing from its beginning."""
    found = read([event(text("a")) + event(text("b")) + event({"error": "m"}) + event(text("c"))])

    assert found.chunks == [text("a"), text("b")]
    assert found.failure.partial.choices[0].message.content == "ab"


def test_a_stream_adds_up() -> None:
    """What has been read adds up to the completion that the chunks are pieces of."""
    found = read(
        [
            event({"id": "c", "object": "chat.completion.chunk", **text("a")}),
            b"data: a notice\n\n",
            event({"id": "c", "object": "chat.completion.chunk", **text("b")}),
            event({"choices": [], "usage": {"total_tokens": 3}}),
            DONE,
        ]
    )

    assert found.whole.to_dict() == {
        "id": "c",
        "object": "chat.completion",
        "usage": {"total_tokens": 3},
        "choices": [{"index": 0, "message": {"content": "ab"}}],
    }


BODY = (
    b"\xef\xbb\xbf: hello\r\n\r\n"
    + event(text("grüß 🎉\u2028")).replace(b"\n", b"\r\n")
    + b"data: a notice\n\nevent: ping\ndata:\n\n"
    + b'data: {"choices":\ndata: [{"index": 0, "delta": {"content": "two lines"}}]}\n\n'
    + event(text("b", finish_reason="stop")).replace(b"\n", b"\r")
    + b"data: [DONE]"
)


@given(st.lists(st.integers(0, len(BODY))))
def test_cuts_change_nothing(places: list[int]) -> None:
    """However the reads cut a body, characters of several bytes included, the chunks are alike."""
    edges = [0, *sorted(places), len(BODY)]
    pieces = [BODY[start:end] for start, end in pairwise(edges)]

    assert read(pieces) == read([BODY])
    assert len(read(pieces).chunks) == 3
    assert read(pieces).failure is None


@given(st.lists(st.integers(0, len(BODY) - 1), max_size=1), st.integers(0, 2**8 - 1))
def test_a_wrong_byte_is_no_failure_of_ours(places: list[int], byte: int) -> None:
    """A body with a wrong byte is read, or refused with an error of ours."""
    body = bytearray(BODY)
    for place in places:
        body[place] = byte
    failure = read([bytes(body)]).failure

    assert failure is None or isinstance(failure, APIStreamError)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["choices", "delta", "message", "error", "content", "index", "code"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)


@given(st.lists(JSON, max_size=4), st.sampled_from(["", "error", "message"]))
def test_no_chunk_is_a_failure_of_ours(chunks: list[Any], name: str) -> None:
    """Whatever JSON the events hold, they are chunks, are skipped, or are errors of ours."""
    found = read([event(chunk, name) for chunk in chunks])
    reader = ChoiceTextReader()
    for chunk in found.chunks:
        assert isinstance(reader.add(ChatCompletionChunk.from_dict(chunk)), str)

    assert found.failure is None or isinstance(found.failure, APIStreamError)


@pytest.mark.parametrize(
    ("chunk", "expected"),
    [
        (text("a"), ["a"]),
        (text(""), []),
        ({"choices": [{"index": 1, "delta": {"content": "b"}}]}, []),
        ({"choices": [{"delta": {"content": "a"}}]}, ["a"]),
        ({"choices": [{"index": None, "delta": {"content": "a"}}]}, ["a"]),
        (
            {
                "choices": [
                    {"index": 1, "delta": {"content": "b"}},
                    {"index": 0, "delta": {"content": "a"}},
                ]
            },
            ["a"],
        ),
        ({"choices": [{"index": 0, "delta": {"reasoning_content": "r"}}]}, []),
        ({"choices": [{"index": 0, "delta": {"content": [{"text": "a"}]}}]}, ["a"]),
        ({"choices": [{"index": 0, "message": {"content": "a"}}]}, ["a"]),
        ({"choices": [{"index": 0, "delta": {"content": None}}]}, []),
        ({"choices": [{"index": 0, "delta": None}]}, []),
        ({"choices": [{"index": 0}]}, []),
        ({"choices": [None, "x"]}, []),
        ({"choices": None}, []),
        ({"choices": 7}, []),
        ({"choices": {"index": 0}}, []),
        ({}, []),
    ],
)
def test_the_text_is_that_of_the_first_choice(chunk: dict[str, Any], expected: list[str]) -> None:
    """The text of a chunk is what it adds to the first choice, and nothing else of it."""
    text = ChoiceTextReader().add(ChatCompletionChunk.from_dict(chunk))

    assert text == "".join(expected)
