"""`apertis._streaming.pattern`: what chunks have in common is read once, and nobody can tell."""

from __future__ import annotations

import json
import pickle
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apertis._streaming.pattern import Run, pattern_of
from apertis._streaming.stream import ChunkReader
from apertis.chat.accumulate import accumulate
from apertis_client.api.chat import create_chat_completion
from apertis_client.models import ChatCompletionChunk

pytestmark = pytest.mark.each_json_library

REQUEST = httpx.Request("POST", "https://host/v1/chat/completions")


def reader_of(texts: list[str], size: int = 10**6) -> tuple[ChunkReader[Any], list[Any]]:
    """Return a reader that has read events with such data, and their chunks."""
    reader = ChunkReader(create_chat_completion.OPERATION, httpx.Response(200, request=REQUEST))
    body = "".join(f"data: {text}\n\n" for text in texts).encode()
    pieces = [body[begin : begin + size] for begin in range(0, len(body), size)]
    return reader, [chunk for piece in pieces for chunk in reader.feed(piece)]


def shown(value: Any) -> Any:
    """Return a chunk so that any difference shows: types, order and members."""
    if hasattr(value, "to_dict"):
        return type(value), [(name, shown(member)) for name, member in value.__dict__.items()]
    return [shown(item) for item in value] if isinstance(value, list) else (type(value), value)


def expect_the_same(texts: list[str], size: int = 10**6) -> ChunkReader[Any]:
    """Check that a stream gives what each of its chunks gives by itself."""
    reader, chunks = reader_of(texts, size)

    assert reader.failure is None
    alone = [ChatCompletionChunk.from_dict(json.loads(text)) for text in texts]
    assert [shown(chunk) for chunk in chunks] == [shown(chunk) for chunk in alone]
    assert reader.received() == accumulate(map(json.loads, texts))
    return reader


CONTENT = st.text(max_size=5) | st.sampled_from(
    ['"', "\\", '","x":"', "\n", "\u2028", "ü", "日本", "🎉", "\ud800", "a", "", "}]}"]
)
DELTA = (
    st.fixed_dictionaries({"content": CONTENT})
    | st.fixed_dictionaries({"content": CONTENT, "role": st.just("assistant")})
    | st.fixed_dictionaries({"content": st.none(), "reasoning_content": CONTENT})
    | st.fixed_dictionaries({"content": CONTENT, "reasoning_content": CONTENT})
    | st.fixed_dictionaries({"audio": st.fixed_dictionaries({"data": CONTENT})})
    | st.fixed_dictionaries({"tool_calls": st.just([{"index": 0}])})
    | st.builds(
        lambda text, members: {"tool_calls": [{**members, "function": {"arguments": text}}]},
        CONTENT,
        st.sampled_from([{"index": 0}, {"index": 1}, {}, {"id": "c"}, {"index": 0, "x": "y"}]),
    )
    | st.builds(lambda text: {"reasoning_details": [{"text": text}]}, CONTENT)
    | st.builds(lambda text: {"content": [{"type": "text", "text": text}]}, CONTENT)
)
CHOICE = st.builds(
    lambda delta, members: {**members, "delta": delta},
    DELTA,
    st.sampled_from(
        [
            {"index": 0},
            {},
            {"index": 1},
            {"index": 0, "finish_reason": "stop"},
            {"content": "a"},
            {"index": 0, "logprobs": {"content": [{"token": "a"}]}},
            {"to_dict": 1},
        ]
    ),
)
CHUNK = st.builds(
    lambda choices, members: {**members, "choices": choices},
    st.lists(CHOICE, min_size=1, max_size=1) | st.lists(CHOICE, max_size=2),
    st.sampled_from(
        [
            {"id": "1"},
            {},
            {"id": "2"},
            {"usage": {"total_tokens": 1}},
            {"x": {"content": "a"}},
            {"content": "a"},
            {"delta": {"content": "a"}},
            {"x": True},
            {"x": 1},
            {"x": [1]},
        ]
    ),
)


@given(
    st.lists(st.tuples(CHUNK, st.lists(CONTENT, max_size=6)), min_size=1, max_size=5),
    st.booleans(),
    st.sampled_from([(",", ":"), (", ", ": ")]),
    st.integers(1, 400),
)
def test_a_stream_is_what_its_chunks_are(
    parts: list[tuple[Any, list[str]]],
    ascii_only: bool,
    separators: tuple[str, str],
    size: int,
) -> None:
    """Whatever repeats itself in a stream, its chunks and their sum are as if nothing did."""
    texts: list[str] = []
    for chunk, contents in parts:
        for content in ["\ud800 first", *contents]:
            text = json.dumps(chunk, ensure_ascii=True, separators=separators)
            written = json.dumps(content, ensure_ascii=ascii_only or "\ud800" in content)
            texts += [text, text.replace('"a"', written)]
    expect_the_same(texts, size)


def with_text(text: str) -> str:
    return f'{{"id":"1","choices":[{{"index":0,"delta":{{"content":{text}}}}}],"usage":null}}'


def test_what_repeats_itself_is_kept_once() -> None:
    """Of chunks that differ in their text alone, the text is kept and nothing else."""
    reader = expect_the_same([with_text(f'"{number}"') for number in range(100)])

    runs = [kept for kept in reader._received if isinstance(kept, Run)]
    assert len(reader._received) < 4
    assert len(runs[-1].texts) > 95


@pytest.mark.parametrize(
    "text",
    [
        '"a","content":"b"',
        '"a","x":{"content":"b"}',
        '"a\\"',
        '"',
        "",
        "null",
        '"a"b"',
        '"\t"',
        '"\\q"',
        '"a"}}],"choices":[{"delta":{"content":"c"',
    ],
)
def test_what_only_looks_alike_is_read_by_itself(text: str) -> None:
    """A chunk that begins and ends as those before it is not taken for one of them by that."""
    texts = [with_text('"a"')] * 5 + [with_text(text)]
    try:
        json.loads(texts[-1])
    except ValueError:
        reader, chunks = reader_of(texts)
        assert len(chunks) == 5
        assert reader.failure is not None
        assert reader.failure.message == "the stream holds torn JSON"
    else:
        expect_the_same(texts)


@pytest.mark.parametrize(
    "form",
    [
        '{"choices":[{"delta":{"content":"old","content":"%s"}}]}',
        '{"choices":[{"delta":{"content":"%s","content":"new"}}]}',
        '{"choices":[{"delta":{"x\\"content":"%s","content":"%s"}}]}',
        '{"choices":[{"delta":{"\\u0063ontent":"%s"},"content":"%s"}]}',
        '{"content":"%s","choices":[{"delta":{"content":"same"}}]}',
        '{"choices":[{"delta":{"content":"%s","reasoning":"same"}}]}',
        '{"choices":[{"delta":{"content":"%s","refusal":""}}]}',
        '{"choices":[{"delta":{"content":"same","tool_calls":[{"function":{"arguments":"%s"}}]}}]}',
        '{"choices":[{"delta":{"content" : "%s"}}]}',
        '{"choices":[{"delta":{"content":"%s"}}],"x":NaN}',
        '{"choices":[{"delta":{"content":"%s"}}],"x":[1]}',
        '{"choices":[{"delta":{"content":"%s","to_dict":1}}]}',
        '{"choices":[{"delta":{"":[1],"content":"%s"}}]}',
        '{"choices":[{"delta":{"content":"%s"}}],"error":null}',
    ],
)
def test_members_that_are_easily_mixed_up_are_not(form: str) -> None:
    """The text of a chunk is found by what it is, not by where a name stands."""
    texts = [form.replace("%s", text) for text in (*"abcdef", "")]
    if "NaN" in form:
        _, chunks = reader_of(texts)
        assert [chunk.choices[0].delta.content for chunk in chunks] == [*"abcdef", ""]
    else:
        expect_the_same(texts)


def test_chunks_of_a_run_are_each_other_s_strangers() -> None:
    """A chunk that is changed changes no other, nor what is gathered."""
    texts = [with_text('"a"')] * 20
    reader, chunks = reader_of(texts)
    for chunk in chunks[:-1]:
        chunk.choices[0].delta.content = "changed"
        chunk.choices[0].new = 1
        chunk.choices.append(None)
        chunk.id = "changed"

    assert chunks[-1] == ChatCompletionChunk.from_dict(json.loads(texts[-1]))
    assert pickle.loads(pickle.dumps(chunks[-1])) == chunks[-1]
    assert reader.received() == accumulate(map(json.loads, texts))


def test_no_pattern_is_made_of_what_is_not_joined() -> None:
    """Text that is not joined when chunks are gathered leaves nothing open."""
    for form in ('{"x":{"y":"%s"}}', '{"choices":[{"delta":{"a":{"b":{"c":"%s"}}}}]}'):
        before, data = form.replace("%s", "a"), form.replace("%s", "b")
        assert pattern_of(before, data, ChatCompletionChunk.from_dict(json.loads(data))) is None
