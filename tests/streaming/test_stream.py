"""`apertis._streaming.stream`.

From the pieces of a body to chunks, and to what is wrong with them.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import apertis
from apertis import APIStreamError
from apertis._streaming.stream import ChunkReader, text_of
from apertis_client.api.chat import create_chat_completion
from apertis_client.models import ChatCompletionChunk

pytestmark = pytest.mark.each_json_library

REQUEST = httpx.Request("POST", "https://host/v1/chat/completions")
DONE = b"data: [DONE]\n\n"


class Read(NamedTuple):
    """What a body came to: its chunks, as JSON, what failed, and the whole."""

    chunks: list[Any]
    failure: Any
    whole: Any


def read(pieces: Iterable[bytes]) -> Read:
    response = httpx.Response(200, headers={"x-request-id": "r"}, request=REQUEST)
    reader = ChunkReader(create_chat_completion.OPERATION, response)
    chunks = [chunk for piece in pieces for chunk in reader.feed(piece)] + reader.finish()
    whole = reader.received()
    return Read([chunk.to_dict() for chunk in chunks], reader.failure, whole)


def event(chunk: Any, name: str = "") -> bytes:
    head = f"event: {name}\n" if name else ""
    return f"{head}data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode()


def text(content: str, **members: Any) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": {"content": content}, **members}]}


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
}


@pytest.mark.parametrize("chunk", HANDED_ON.values(), ids=HANDED_ON.keys())
def test_a_chunk_is_handed_on_as_it_is(chunk: Any) -> None:
    """A chunk may lack whatever it likes, and is handed on with all that it has."""
    found = read([event(chunk), DONE])

    assert found.chunks == [chunk]
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
    assert any(notice.decode() in record.getMessage() for record in caplog.records) or not notice


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
        event({"choices": [{"index": 1, "finish_reason": "length"}]}) + event(text("a")),
        event(text("a")) + b"data: [DONE]",
        event(text("a")) + b"data: [DONE]\n",
    ],
)
def test_a_stream_with_its_end_or_a_finish_reason_is_whole(body: bytes) -> None:
    """A stream is whole that has its end or a reason to have ended, in whichever chunk."""
    assert read([body]).failure is None


TRUNCATED: dict[str, bytes] = {
    "nothing": b"",
    "no end": event(text("a")),
    "a null finish reason": event(text("a", finish_reason=None)),
    "an empty finish reason": event(text("a", finish_reason="")),
    "comments alone": b": ping\n\n: ping\n\n",
    "notices alone": b"data: hello\n\n",
    "an end without its data": event(text("a")) + b"event: done\n\n",
    "an end that is cut": event(text("a")) + b"data: [DON",
    "choices that are none": event({"choices": None}) + event({"choices": [None, "x"]}),
    "choices that are no list": event({"choices": 7}) + event({"choices": {"a": 1}}),
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
def test_torn_json_is_an_error(torn: bytes) -> None:
    """Data that begins as an object and does not parse is an error; chunks before it stand."""
    found = read([event(text("a")), b"data: %b\n\n" % torn, event(text("b")), DONE])

    assert found.chunks == [text("a")]
    assert type(found.failure) is APIStreamError
    assert found.failure.message == "the stream holds torn JSON"
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
    "with a status beside it": (
        event({"error": "m", "status": 402}),
        apertis.PaymentRequiredError,
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
    assert found.failure.message == message
    assert not found.failure.truncated
    assert found.failure.partial
    assert (found.failure.partial.choices[0].message.content or "").startswith("a")
    if b'"choices"' not in body:
        assert list(found.failure.partial.to_dict()) == ["choices"]


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
    for chunk in found.chunks:
        assert [type(piece) for piece in text_of(ChatCompletionChunk.from_dict(chunk))] in (
            [],
            [str],
            [str] * 2,
            [str] * 3,
        )

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
        ({"choices": [{"index": 0, "delta": {"content": [{"text": "a"}]}}]}, []),
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
    assert list(text_of(ChatCompletionChunk.from_dict(chunk))) == expected
