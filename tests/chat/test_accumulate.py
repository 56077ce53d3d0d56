"""`apertis.chat.accumulate`: from chunks to the completion that they are pieces of."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apertis.chat.accumulate import ChunkAccumulator, as_chunk
from apertis.chat.stream_format import CHUNK_FORMAT
from apertis_client.models import ChatCompletion

Chunk = dict[str, Any]


def whole(chunks: Iterable[Chunk]) -> dict[str, Any]:
    """Return what chunks add up to, as JSON."""
    completion: ChatCompletion = CHUNK_FORMAT.accumulate(chunks)
    return completion.to_dict()


def one(*deltas: dict[str, Any] | None, **last: Any) -> dict[str, Any]:
    """Return the only choice that deltas add up to."""
    chunks: list[Chunk] = [{"choices": [{"index": 0, "delta": delta}]} for delta in deltas]
    chunks.append({"choices": [{"index": 0, "delta": {}, **last}]})
    [choice] = whole(chunks)["choices"]
    found: dict[str, Any] = choice
    return found


def message(*deltas: dict[str, Any] | None) -> dict[str, Any]:
    found: dict[str, Any] = one(*deltas)["message"]
    return found


def calls(*deltas: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the tool calls that the fragments in deltas add up to."""
    found: list[dict[str, Any]] = message(*({"tool_calls": delta} for delta in deltas))[
        "tool_calls"
    ]
    return found


def test_no_chunks_are_no_completion() -> None:
    """A stream that held nothing adds up to nothing."""
    assert CHUNK_FORMAT.accumulate([]) is None


def test_chunks_add_up_to_a_completion() -> None:
    """Text is joined, the last finish reason and usage count, and the object is a completion."""
    head: Chunk = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    usage = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
    completion = CHUNK_FORMAT.accumulate(
        [
            {**head, "choices": [{"index": 0, "delta": {"role": "assistant", "content": ""}}]},
            {**head, "choices": [{"index": 0, "delta": {"content": "Hel"}, "finish_reason": None}]},
            {**head, "choices": [{"index": 0, "delta": {"content": "lo"}}]},
            {**head, "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
            {**head, "choices": [], "usage": usage},
        ]
    )

    assert completion == ChatCompletion.from_dict(
        {
            "id": "c1",
            "object": "chat.completion",
            "created": 1,
            "model": "m",
            "choices": [
                {
                    "index": 0,
                    "message": {"role": "assistant", "content": "Hello"},
                    "finish_reason": "stop",
                }
            ],
            "usage": usage,
        }
    )


@pytest.mark.parametrize(
    ("chunks", "members"),
    [
        ([{"id": ""}, {"id": "a"}, {"id": "b"}], {"id": "a"}),
        ([{"id": None}, {"id": "a"}, {"id": ""}, {"id": None}], {"id": "a"}),
        ([{"model": "asked"}, {"model": "answered"}], {"model": "asked"}),
        ([{"created": 0}, {"created": 7}, {"created": 8}], {"created": 7}),
        ([{"usage": {"total_tokens": 3}}, {"usage": {}}], {"usage": {"total_tokens": 3}}),
        (
            [{"usage": {"total_tokens": 3}}, {"usage": {"prompt_tokens": 0, "total_tokens": 0}}],
            {"usage": {"total_tokens": 3}},
        ),
        ([{}, {"created": 7}], {"created": 7}),
        ([{"object": ""}, {}], {"object": "chat.completion"}),
        ([{"usage": {"total_tokens": 1}}, {"usage": None}], {"usage": {"total_tokens": 1}}),
        (
            [{"usage": {"total_tokens": 1}}, {"usage": {"total_tokens": 2}}],
            {"usage": {"total_tokens": 2}},
        ),
        ([{"usage": None}], {"usage": None}),
        ([{"system_fingerprint": "a"}, {"system_fingerprint": "b"}], {"system_fingerprint": "b"}),
        ([{"system_fingerprint": "a"}, {"system_fingerprint": ""}], {"system_fingerprint": "a"}),
        ([{"provider": "p"}, {"x": {"y": 1}}, {}], {"provider": "p", "x": {"y": 1}}),
        ([{"x": [1]}, {"x": [2]}], {"x": [2]}),
        (
            [{"x": {"id": "a", "y": {"z": 1}}}, {"x": {"y": {"w": 2, "z": 3}}}],
            {"x": {"id": "a", "y": {"z": 3, "w": 2}}},
        ),
        (
            [{"web_sources": [{"url": "u"}]}, {"web_sources": None}],
            {"web_sources": [{"url": "u"}]},
        ),
        (
            [{"web_sources": [{"url": "u"}]}, {"id": "1"}],
            {"web_sources": [{"url": "u"}], "id": "1"},
        ),
    ],
)
def test_the_top_is_said_once_or_last(chunks: list[Chunk], members: dict[str, Any]) -> None:
    """Ids and names count once, an empty one being absent; of all else the last that is there."""
    assert {**members, "choices": []} == whole(chunks)


def test_usage_may_come_with_the_end_of_the_text() -> None:
    """Usage is found on a chunk with choices, too."""
    completion = whole(
        [
            {"choices": [{"index": 0, "delta": {"content": "x"}}], "usage": None},
            {
                "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}],
                "usage": {"total_tokens": 3},
            },
            {"choices": [], "usage": None},
        ]
    )

    assert completion["usage"] == {"total_tokens": 3}


def test_usage_of_a_choice_is_kept() -> None:
    """What some upstreams say of usage inside of a choice is kept there."""
    assert one({"content": "x"}, usage={"total_tokens": 3})["usage"] == {"total_tokens": 3}


def test_choices_are_told_apart_by_index() -> None:
    """With `n` above 1 the pieces of choices come interleaved, in any order."""
    chunks: list[Chunk] = [
        {"choices": [{"index": 2, "delta": {"role": "assistant", "content": "c"}}]},
        {"choices": [{"index": 0, "delta": {"role": "assistant", "content": "a"}}]},
        {
            "choices": [
                {"index": 1, "delta": {"role": "assistant", "content": "b"}},
                {"index": 0, "delta": {"content": "A"}},
            ]
        },
        {"choices": [{"index": 2, "delta": {"content": "C"}, "finish_reason": "length"}]},
        {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
        {"choices": [{"index": 1, "delta": {"content": "B"}, "finish_reason": "stop"}]},
    ]
    found = [
        (choice["index"], choice["message"]["content"], choice["finish_reason"])
        for choice in whole(chunks)["choices"]
    ]

    assert found == [(0, "aA", "stop"), (1, "bB", "stop"), (2, "cC", "length")]


@pytest.mark.parametrize("index", [{}, {"index": None}], ids=["absent", "null"])
def test_choices_without_an_index_are_told_apart_by_order(index: dict[str, Any]) -> None:
    """Where the index is missing, the place in the list stands for it."""
    chunks: list[Chunk] = [
        {"choices": [{**index, "delta": {"content": "a"}}, {**index, "delta": {"content": "b"}}]},
        {"choices": [{**index, "delta": {"content": "A"}}, {**index, "delta": {"content": "B"}}]},
    ]

    assert [c["message"]["content"] for c in whole(chunks)["choices"]] == ["aA", "bB"]


def test_an_index_may_be_missing_at_times() -> None:
    """A choice that has its index once is the same one where it has not."""
    chunks: list[Chunk] = [
        {"choices": [{"index": 0, "delta": {"content": "a"}}]},
        {"choices": [{"delta": {"content": "b"}}]},
    ]

    assert [c["message"]["content"] for c in whole(chunks)["choices"]] == ["ab"]


MESSAGES: dict[str, tuple[list[dict[str, Any] | None], dict[str, Any]]] = {
    "text": ([{"content": "a"}, {"content": ""}, {"content": "b"}], {"content": "ab"}),
    "text that is null at first": ([{"content": None}, {"content": "a"}], {"content": "a"}),
    "text that is null at last": ([{"content": "a"}, {"content": None}], {"content": "a"}),
    "empty text": ([{"content": ""}], {"content": ""}),
    "null text": ([{"content": None}], {"content": None}),
    "no delta": ([None, {"content": "a"}, None], {"content": "a"}),
    "role once": (
        [{"role": "assistant", "content": ""}, {"role": "assistant", "content": "a"}],
        {"role": "assistant", "content": "a"},
    ),
    "role late": (
        [{"role": "", "content": "a"}, {"role": "assistant"}],
        {"role": "assistant", "content": "a"},
    ),
    "refusal": ([{"refusal": "I "}, {"refusal": "will not"}], {"refusal": "I will not"}),
    "reasoning": (
        [
            {"reasoning_content": "a", "content": None},
            {"reasoning_content": "b"},
            {"content": "c", "reasoning_content": None},
        ],
        {"reasoning_content": "ab", "content": "c"},
    ),
    "reasoning in each spelling": (
        [{"reasoning": "a", "thinking": "x"}, {"reasoning": "b", "thinking": "y"}],
        {"reasoning": "ab", "thinking": "xy"},
    ),
    "reasoning in pieces": (
        [
            {"reasoning_details": [{"type": "reasoning.text", "text": "a"}]},
            {"reasoning_details": [{"type": "reasoning.encrypted", "data": "b"}]},
        ],
        {
            "reasoning_details": [
                {"type": "reasoning.text", "text": "a"},
                {"type": "reasoning.encrypted", "data": "b"},
            ]
        },
    ),
    "annotations": (
        [{"annotations": [{"type": "url_citation"}]}, {"annotations": None}, {"annotations": []}],
        {"annotations": [{"type": "url_citation"}]},
    ),
    "audio": (
        [
            {"audio": {"id": "a1", "transcript": "Hel"}},
            {"audio": {"id": "a1", "data": "AAA", "transcript": "lo"}},
            {"audio": {"data": "BBB", "expires_at": 7}},
        ],
        {"audio": {"id": "a1", "transcript": "Hello", "data": "AAABBB", "expires_at": 7}},
    ),
    "function call": (
        [
            {"function_call": {"name": "f", "arguments": ""}},
            {"function_call": {"name": "", "arguments": '{"a"'}},
            {"function_call": {"arguments": ": 1}"}},
        ],
        {"function_call": {"name": "f", "arguments": '{"a": 1}'}},
    ),
    "unknown text": ([{"plan": "a"}, {"plan": "b"}], {"plan": "ab"}),
    "unknown number": ([{"score": 1}, {"score": 2}, {"score": None}], {"score": 2}),
    "unknown list": ([{"images": [1]}, {"images": [2, 3]}], {"images": [1, 2, 3]}),
    "unknown object": ([{"x": {"y": "a", "z": 1}}, {"x": {"y": "b"}}], {"x": {"y": "ab", "z": 1}}),
    "unknown null": ([{"x": None}], {"x": None}),
    "content in parts": (
        [{"content": [{"type": "text", "text": "a"}]}, {"content": [{"type": "image_url"}]}],
        {"content": [{"type": "text", "text": "a"}, {"type": "image_url"}]},
    ),
}


@pytest.mark.parametrize(("deltas", "expected"), MESSAGES.values(), ids=MESSAGES.keys())
def test_deltas_add_up_to_a_message(
    deltas: list[dict[str, Any] | None], expected: dict[str, Any]
) -> None:
    """Text and lists are joined, what is said once is kept, unknown members are treated alike."""
    assert expected == message(*deltas)


CALLS: dict[str, tuple[list[list[dict[str, Any]]], list[dict[str, Any]]]] = {
    "one call": (
        [
            [{"index": 0, "id": "a", "type": "function", "function": {"name": "f"}}],
            [{"index": 0, "function": {"arguments": '{"x"'}}],
            [{"index": 0, "function": {"arguments": ": 1}"}}],
        ],
        [
            {
                "index": 0,
                "id": "a",
                "type": "function",
                "function": {"name": "f", "arguments": '{"x": 1}'},
            }
        ],
    ),
    "empty ids and names on later fragments": (
        [
            [{"index": 0, "id": "a", "type": "function", "function": {"name": "f"}}],
            [{"index": 0, "id": "", "type": "", "function": {"name": "", "arguments": "{"}}],
            [{"index": 0, "id": None, "type": None, "function": {"name": None, "arguments": "}"}}],
        ],
        [
            {
                "index": 0,
                "id": "a",
                "type": "function",
                "function": {"name": "f", "arguments": "{}"},
            }
        ],
    ),
    "empty ids and names on the first fragment": (
        [
            [{"index": 0, "id": "", "function": {"name": "", "arguments": ""}}],
            [{"index": 0, "id": "a", "function": {"name": "f", "arguments": "{}"}}],
        ],
        [{"index": 0, "id": "a", "function": {"name": "f", "arguments": "{}"}}],
    ),
    "ids and names on each fragment": (
        [
            [{"index": 0, "id": "a", "type": "function", "function": {"name": "f"}}],
            [{"index": 0, "id": "a", "type": "function", "function": {"name": "f"}}],
        ],
        [{"index": 0, "id": "a", "type": "function", "function": {"name": "f"}}],
    ),
    "parallel calls, interleaved": (
        [
            [
                {"index": 0, "id": "a", "function": {"name": "f", "arguments": ""}},
                {"index": 1, "id": "b", "function": {"name": "g", "arguments": ""}},
            ],
            [{"index": 1, "function": {"arguments": "[2"}}],
            [{"index": 0, "function": {"arguments": "[1"}}],
            [
                {"index": 1, "function": {"arguments": "]"}},
                {"index": 0, "function": {"arguments": "]"}},
            ],
        ],
        [
            {"index": 0, "id": "a", "function": {"name": "f", "arguments": "[1]"}},
            {"index": 1, "id": "b", "function": {"name": "g", "arguments": "[2]"}},
        ],
    ),
    "parallel calls, the second first": (
        [
            [{"index": 1, "id": "b", "function": {"name": "g"}}],
            [{"index": 0, "id": "a", "function": {"name": "f"}}],
        ],
        [
            {"index": 0, "id": "a", "function": {"name": "f"}},
            {"index": 1, "id": "b", "function": {"name": "g"}},
        ],
    ),
    "parallel calls that begin with 1": (
        [[{"index": 1, "id": "a"}], [{"index": 2, "id": "b"}]],
        [{"index": 1, "id": "a"}, {"index": 2, "id": "b"}],
    ),
    "whole calls with ids, no index": (
        [
            [{"id": "a", "function": {"name": "f", "arguments": "{}"}}],
            [{"id": "b", "function": {"name": "g", "arguments": "[]"}}],
        ],
        [
            {"id": "a", "function": {"name": "f", "arguments": "{}"}},
            {"id": "b", "function": {"name": "g", "arguments": "[]"}},
        ],
    ),
    "whole calls with ids in one chunk, no index": (
        [
            [
                {"id": "a", "function": {"name": "f", "arguments": "{}"}},
                {"id": "b", "function": {"name": "g", "arguments": "[]"}},
            ]
        ],
        [
            {"id": "a", "function": {"name": "f", "arguments": "{}"}},
            {"id": "b", "function": {"name": "g", "arguments": "[]"}},
        ],
    ),
    "fragments with ids, no index": (
        [
            [{"id": "a", "function": {"name": "f", "arguments": "{"}}],
            [{"id": "a", "function": {"arguments": "}"}}],
        ],
        [{"id": "a", "function": {"name": "f", "arguments": "{}"}}],
    ),
    "fragments with the id at first, no index": (
        [
            [{"id": "a", "function": {"name": "f", "arguments": "{"}}],
            [{"function": {"arguments": "}"}}],
            [{"id": "b", "function": {"name": "g", "arguments": "["}}],
            [{"id": "", "function": {"arguments": "]"}}],
        ],
        [
            {"id": "a", "function": {"name": "f", "arguments": "{}"}},
            {"id": "b", "function": {"name": "g", "arguments": "[]"}},
        ],
    ),
    "an index on the first fragment alone": (
        [
            [{"index": 0, "id": "a", "function": {"name": "f", "arguments": "{"}}],
            [{"function": {"arguments": "}"}}],
        ],
        [{"index": 0, "id": "a", "function": {"name": "f", "arguments": "{}"}}],
    ),
    "neither index nor id": (
        [
            [{"function": {"name": "f", "arguments": "{"}}],
            [{"function": {"arguments": "}"}}],
        ],
        [{"function": {"name": "f", "arguments": "{}"}, "id": "call_d0e15fa9_0"}],
    ),
    "two calls with neither index nor id": (
        [
            [
                {"function": {"name": "f", "arguments": "{}"}},
                {"function": {"name": "g", "arguments": "[]"}},
            ]
        ],
        [
            {"function": {"name": "f", "arguments": "{}"}, "id": "call_ac20919d_0"},
            {"function": {"name": "g", "arguments": "[]"}, "id": "call_ac20919d_1"},
        ],
    ),
    "custom tool": (
        [
            [{"index": 0, "id": "a", "type": "custom", "custom": {"name": "c", "input": "x"}}],
            [{"index": 0, "custom": {"input": "y"}}],
        ],
        [{"index": 0, "id": "a", "type": "custom", "custom": {"name": "c", "input": "xy"}}],
    ),
    "unknown members": (
        [
            [{"index": 0, "id": "a", "extra": 1, "function": {"name": "f", "more": "x"}}],
            [{"index": 0, "extra": 2, "function": {"more": "y"}, "thought": {"signature": "s"}}],
        ],
        [
            {
                "index": 0,
                "id": "a",
                "extra": 2,
                "function": {"name": "f", "more": "xy"},
                "thought": {"signature": "s"},
            }
        ],
    ),
}


@pytest.mark.parametrize(("deltas", "expected"), CALLS.values(), ids=CALLS.keys())
def test_fragments_add_up_to_tool_calls(
    deltas: list[list[dict[str, Any]]], expected: list[dict[str, Any]]
) -> None:
    """Calls are told apart by index, id or order; arguments are joined, the rest is said once."""
    assert expected == calls(*deltas)


@pytest.mark.parametrize("value", [None, [], "text", 3, {}, [None], ["x"]], ids=repr)
def test_tool_calls_that_are_none_are_none(value: Any) -> None:
    """A null or empty list of tool calls, and what is no list of objects, adds no call."""
    assert not message({"content": "x", "tool_calls": value}).get("tool_calls")


def test_probabilities_are_joined() -> None:
    """The log probabilities of each chunk follow those before."""
    chunks: list[Chunk] = [
        {"choices": [{"index": 0, "delta": {"content": "a"}, "logprobs": None}]},
        {
            "choices": [
                {
                    "index": 0,
                    "delta": {"content": "b"},
                    "logprobs": {"content": [{"token": "b"}], "refusal": None},
                }
            ]
        },
        {
            "choices": [
                {
                    "index": 0,
                    "delta": {"content": "cd"},
                    "logprobs": {"content": [{"token": "c"}, {"token": "d"}], "refusal": None},
                }
            ]
        },
        {"choices": [{"index": 0, "delta": {}, "logprobs": None}]},
    ]
    [choice] = whole(chunks)["choices"]

    assert choice["logprobs"] == {
        "content": [{"token": "b"}, {"token": "c"}, {"token": "d"}],
        "refusal": None,
    }


def test_a_choice_keeps_what_nobody_knows() -> None:
    """Unknown members of a choice are kept, the last that is not null."""
    choice = one({"content": "x"}, finish_reason="stop", content_filter={"ok": True}, native=None)

    assert choice["content_filter"] == {"ok": True}
    assert choice["native"] is None
    assert choice["finish_reason"] == "stop"


def test_a_finish_reason_is_not_taken_back() -> None:
    """A chunk after the last one does not undo the finish reason, whatever it lacks."""
    chunks: list[Chunk] = [
        {"choices": [{"index": 0, "delta": {"content": "x"}, "finish_reason": "stop"}]},
        {"choices": [{"index": 0, "delta": {"content": ""}, "finish_reason": None}]},
        {"choices": [{"index": 0, "delta": {}, "finish_reason": ""}]},
    ]

    assert whole(chunks)["choices"][0]["finish_reason"] == "stop"


def test_a_delta_that_is_null_leaves_no_trace() -> None:
    """A choice of the whole has a message and no delta, whatever its chunks had."""
    assert set(one(None, {"content": "x"}, None)) == {"index", "message"}


def test_a_web_search_may_come_first() -> None:
    """Chunks before the text, with sources and no choices or none at all, add what they hold."""
    chunks: list[Chunk] = [
        {"object": "web_search", "web_sources": [{"url": "u", "title": "t"}]},
        {"id": "", "choices": [], "model": ""},
        {"id": "c", "model": "m", "object": "chat.completion.chunk", "choices": None},
        {"id": "c", "choices": [{"index": 0, "delta": {"role": "assistant", "content": "x"}}]},
    ]

    assert whole(chunks) == {
        "id": "c",
        "model": "m",
        "object": "chat.completion",
        "web_sources": [{"url": "u", "title": "t"}],
        "choices": [{"index": 0, "message": {"role": "assistant", "content": "x"}}],
    }


def test_looking_twice_gives_the_same() -> None:
    """What has been gathered can be looked at any time, and is not used up by it."""
    gatherer = ChunkAccumulator()
    for _ in range(2):
        gatherer.add(
            {
                "choices": [{"index": 0, "delta": {"a": [{"b": {"c": []}}], "d": {"e": "f"}}}],
                "usage": {"details": {"x": 1}},
                "more": [{"y": {}}],
            }
        )
        first, second = gatherer.answer(), gatherer.answer()
        assert first == second
        assert first.to_dict() == second.to_dict()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=2),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["index", "delta", "message", "content", "id", "role", "tool_calls"])
            | st.sampled_from(["function", "arguments", "name", "logprobs", "usage", "x"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)
CHOICES = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "index": JSON,
            "delta": st.fixed_dictionaries(
                {},
                optional={
                    "content": JSON,
                    "tool_calls": st.lists(
                        st.fixed_dictionaries(
                            {}, optional={"index": JSON, "id": JSON, "function": JSON}
                        )
                    ),
                    "x": JSON,
                },
            ),
            "logprobs": JSON,
            "finish_reason": JSON,
        },
    ),
    max_size=3,
)


@given(st.lists(st.fixed_dictionaries({}, optional={"choices": CHOICES | JSON, "usage": JSON})))
def test_no_chunks_make_gathering_fail(chunks: list[Chunk]) -> None:
    """Whatever JSON the chunks hold, they add up to something."""
    completion = CHUNK_FORMAT.accumulate(chunks)

    assert (completion is None) == (not chunks)


def work_of(function: Any) -> int:
    """Return how many calls of functions it took to run `function`."""
    count = 0

    def counter(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    gc.disable()  # what it calls back is not the function's work
    sys.setprofile(counter)
    try:
        function()
    finally:
        sys.setprofile(before)
        gc.enable()
    return count


@pytest.mark.parametrize(
    "delta",
    [
        {"content": "x"},
        {"reasoning_content": "x"},
        {"reasoning_details": [{"text": "x"}]},
        {"audio": {"data": "x"}},
        {"tool_calls": [{"index": 0, "function": {"arguments": "x"}}]},
        {"tool_calls": [{"function": {"arguments": "x"}}]},
    ],
    ids=["text", "reasoning", "details", "audio", "arguments", "arguments without index"],
)
def test_a_chunk_costs_the_same_at_any_place(delta: dict[str, Any]) -> None:
    """What a chunk costs does not depend on what came before it."""
    chunk: Chunk = {"id": "c", "choices": [{"index": 0, "delta": delta, "logprobs": {"a": [1]}}]}
    gatherer = ChunkAccumulator()
    for _ in range(2):  # the second might repeat the first
        gatherer.add(chunk)
    early = work_of(lambda: gatherer.add(chunk))
    for _ in range(1000):
        gatherer.add(chunk)

    assert early == work_of(lambda: gatherer.add(chunk))


def whole_completion() -> dict[str, Any]:
    return {
        "id": "c",
        "object": "chat.completion",
        "created": 7,
        "model": "m",
        "choices": [
            {
                "index": 0,
                "message": {
                    "role": "assistant",
                    "content": "Hello",
                    "extra": {"a": [1]},
                    "no": None,
                },
                "finish_reason": "stop",
                "logprobs": {"content": [{"token": "Hello"}]},
            },
            {
                "index": 1,
                "message": {
                    "role": "assistant",
                    "content": None,
                    "tool_calls": [
                        {
                            "id": "a",
                            "type": "function",
                            "function": {"name": "f", "arguments": "{}"},
                        },
                        {
                            "id": "b",
                            "type": "function",
                            "function": {"name": "g", "arguments": "[]"},
                        },
                    ],
                    "audio": {"id": "x", "data": "AAA", "transcript": "t"},
                },
                "finish_reason": "tool_calls",
            },
        ],
        "usage": {"total_tokens": 3, "details": {"x": 1}},
        "web_sources": [{"url": "u"}],
        "provider": {"name": "p"},
    }


def test_a_completion_is_a_stream_of_one_chunk() -> None:
    """A whole completion handed on as one chunk has all of it, messages being deltas."""
    completion, chunk = whole_completion(), as_chunk(whole_completion())

    assert chunk["object"] == "chat.completion.chunk"
    assert chunk["choices"][0]["delta"] == completion["choices"][0]["message"]
    assert not any("message" in choice for choice in chunk["choices"])
    assert [call["index"] for call in chunk["choices"][1]["delta"]["tool_calls"]] == [0, 1]
    for name in ("id", "created", "model", "usage", "provider", "web_sources"):
        assert completion[name] == chunk[name]


def test_a_completion_survives_the_way_through_a_chunk() -> None:
    """Gathering the one chunk of a completion gives the completion, its tool calls numbered."""
    expected = whole_completion()
    for number, call in enumerate(expected["choices"][1]["message"]["tool_calls"]):
        call["index"] = number

    assert expected == whole([as_chunk(whole_completion())])


@pytest.mark.parametrize("choices", [None, [], "text", [None], [{}], [{"message": None}]], ids=repr)
def test_an_odd_completion_can_be_handed_on(choices: Any) -> None:
    """A completion without choices, or with odd ones, is a chunk all the same."""
    assert as_chunk({"id": "c", "choices": choices})["id"] == "c"
    assert whole([as_chunk({"id": "c", "choices": choices})])["id"] == "c"


@given(JSON, st.sampled_from(["content", "refusal", "usage", "extra"]))
def test_any_completion_can_be_handed_on(value: Any, name: str) -> None:
    """No completion makes the way through a chunk fail."""
    completion = {"choices": [{"index": 0, "message": {name: value}}], name: value}

    assert whole([as_chunk(completion)])["choices"][0]["index"] == 0
