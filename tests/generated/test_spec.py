"""`openapi.yaml` admits what servers have been seen to send, and the models read all of it."""

from __future__ import annotations

from typing import Any

import pytest

from apertis_client.models import ChatCompletion, ChatCompletionChunk, ErrorResponse, ModelList
from tests.spec import validate

CALL = {"id": "call_1", "type": "function", "function": {"name": "now", "arguments": "{}"}}


def _message(**members: Any) -> dict[str, Any]:
    return {"choices": [{"message": members}]}


def _delta(**members: Any) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": members}]}


COMPLETIONS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "nulls": dict.fromkeys(
        ["id", "object", "created", "model", "choices", "usage", "system_fingerprint"]
    ),
    "a choice without message": {"choices": [{}]},
    "a choice of nulls": {"choices": [dict.fromkeys(["index", "message", "finish_reason"])]},
    "unknown words": {
        "object": "",
        "service_tier": "platinum",
        "choices": [{"finish_reason": "end_turn", "message": {"role": "model", "content": "Hi"}}],
    },
    "parts for content": _message(content=[{"type": "text", "text": "Hi"}, {"type": "new"}]),
    "empty usage": {"choices": [], "usage": {}},
    "no arguments": _message(tool_calls=[{"function": {"name": "now", "arguments": None}}]),
    "arguments as an object": _message(
        tool_calls=[{**CALL, "function": {"name": "add", "arguments": {"a": {"b": 1}}}}]
    ),
    "a custom call": _message(
        tool_calls=[{"id": "1", "type": "custom", "custom": {"name": "sql", "input": "SELECT 1"}}]
    ),
    "a call with an index": _message(tool_calls=[{**CALL, "id": "", "index": 0}]),
    "flat annotation": _message(annotations=[{"type": "url_citation", "url": "https://a.example"}]),
    "nested annotation": _message(annotations=[{"url_citation": {"title": "A"}, "url": None}]),
    "sound without a transcript": _message(audio={"id": "audio_1", "transcript": None}),
    "metadata": {"choices": [], "metadata": {"run": "7"}, "moderation": {"flagged": False}},
    "empty error": {"choices": [], "error": {"message": "", "type": "", "param": "", "code": None}},
    "sources": {"choices": [], "web_sources": [{"title": None, "url": "https://a.example"}]},
}

CHUNKS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "no choices": {"choices": None, "prompt_filter_results": [{}]},
    "no delta": {"choices": [{"index": 0, "content_filter_offsets": {}}]},
    "null delta": {"choices": [{"index": None, "delta": None, "finish_reason": None}]},
    "the first piece of a call": _delta(tool_calls=[{**CALL, "index": 0}]),
    "the next piece of a call": _delta(
        tool_calls=[{"index": 0, "id": "", "function": {"name": "", "arguments": '{"a"'}}]
    ),
    "a piece of nulls": _delta(tool_calls=[{"index": 0, "id": None, "type": None}]),
    "a piece of a custom call": _delta(tool_calls=[{"index": 0, "custom": {"input": "SEL"}}]),
    "a piece of a function call": _delta(function_call={"arguments": "{"}),
    "sound": _delta(audio={"data": "UklGRg=="}),
    "citations": _delta(citations=[{"title": "A"}]),
    "sources": {"choices": [], "web_sources": [{"title": "A"}], "usage": {}},
    "parts for content": _delta(content=[{"type": "text", "text": "Hi"}]),
    "empty strings": {"id": "", "object": "", "model": "", "created": 0, "choices": []},
}

ERRORS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "text": {"error": "No."},
    "nulls": {"error": dict.fromkeys(["message", "type", "code", "param"])},
    "numbers": {"error": {"message": "No.", "code": 429}},
    "a code of any kind": {"error": {"code": {"outer": 1}}},
    "detail": {"detail": "No."},
}

MODELS: dict[str, dict[str, Any]] = {
    "no list": {"data": None},
    "names alone": {"data": [{"id": "a", "name": "A"}]},
    "nulls": {"data": [{"id": "a", "created": None, "parent": None, "permission": None}]},
    "a plan": {"data": [{"id": "a", "tier": "gold", "multiplier": 1.5, "context_length": 8192}]},
}

ANSWERS = [
    pytest.param(model, answer, id=f"{model.__name__}: {name}")
    for model, answers in {
        ChatCompletion: COMPLETIONS,
        ChatCompletionChunk: CHUNKS,
        ErrorResponse: ERRORS,
        ModelList: MODELS,
    }.items()
    for name, answer in answers.items()
]


@pytest.mark.parametrize(("model", "answer"), ANSWERS)
def test_answers_of_the_wild(model: Any, answer: dict[str, Any]) -> None:
    """An answer that has been seen is valid to the spec, is read, and comes back as it was."""
    validate(model.__name__, answer)

    assert answer == model.from_dict(answer).to_dict()


def test_parts_of_a_message_are_read() -> None:
    """The parts of a message whose content is a list are read like everything else."""
    completion = ChatCompletion.from_dict(COMPLETIONS["parts for content"])
    parts: Any = completion.choices[0].message.content

    assert [(part.type, part.text) for part in parts] == [("text", "Hi"), ("new", None)]


@pytest.mark.parametrize("call", [CALL, COMPLETIONS["a custom call"]["choices"][0]["message"]])
def test_calls_go_back(call: dict[str, Any]) -> None:
    """Calls of functions and of custom tools may be sent back in an assistant message."""
    calls = call.get("tool_calls", [call])

    validate("AssistantMessage", {"role": "assistant", "content": None, "tool_calls": calls})
