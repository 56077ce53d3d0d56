"""`apertis._tracing`: the spans of messages and responses, plain and streamed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from apertis import APIStreamError
from tests.drivers import Driver
from tests.server import Server, Step, event, event_stream, json_reply
from tests.tracing.conftest import Telemetry

pytestmark = pytest.mark.wire

CAPTURE = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"
CALL = {"id": "t_1", "name": "clock"}
MESSAGE = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-4",
    "content": [{"type": "text", "text": "Hi!"}, {"type": "tool_use", **CALL, "input": {}}],
    "stop_reason": "tool_use",
    "usage": {"input_tokens": 3, "output_tokens": 2, "cache_read_input_tokens": 7},
}
RESPONSE = {
    "id": "resp_1",
    "object": "response",
    "status": "incomplete",
    "incomplete_details": {"reason": "max_output_tokens"},
    "model": "gpt-5",
    "output": [
        {
            "type": "message",
            "role": "assistant",
            "content": [{"type": "output_text", "text": "Hi!"}],
        },
        {"type": "function_call", "call_id": "t_1", "name": "clock", "arguments": "{}"},
    ],
    "usage": {
        "input_tokens": 10,
        "output_tokens": 2,
        "total_tokens": 12,
        "input_tokens_details": {"cached_tokens": 7},
    },
}
ASKED: dict[str, dict[str, Any]] = {
    "messages": {
        "model": "claude",
        "max_tokens": 9,
        "messages": [{"role": "user", "content": "Hello"}],
        "stop_sequences": ["x"],
    },
    "responses": {"model": "gpt", "input": "Hello", "max_output_tokens": 9},
}
TOLD: dict[str, dict[str, Any]] = {
    "messages": {
        "system": [{"type": "text", "text": "Be brief."}],
        "tools": [{"name": "clock", "input_schema": {"type": "object"}}],
    },
    "responses": {
        "instructions": "Be brief.",
        "tools": [{"type": "function", "name": "clock", "parameters": {"type": "object"}}],
    },
}
ANSWERS: dict[str, dict[str, Any]] = {"messages": MESSAGE, "responses": RESPONSE}
ANSWERED = {
    "messages": {
        "gen_ai.response.id": "msg_1",
        "gen_ai.response.model": "claude-4",
        "gen_ai.response.finish_reasons": ("tool_use",),
    },
    "responses": {
        "gen_ai.response.id": "resp_1",
        "gen_ai.response.model": "gpt-5",
        "gen_ai.response.finish_reasons": ("max_output_tokens",),
    },
}
USED = {
    "gen_ai.usage.input_tokens": 10,
    "gen_ai.usage.output_tokens": 2,
    "gen_ai.usage.cache_read.input_tokens": 7,
}


def stream(api: str) -> list[Step]:
    """Return the script of a stream that adds up to the answer."""
    if api == "responses":
        return event_stream(event({"type": "response.incomplete", "response": RESPONSE}))
    begun = {**MESSAGE, "stop_reason": None}
    ended = {"stop_reason": "tool_use"}
    return event_stream(
        event({"type": "message_start", "message": begun}),
        event({"type": "message_delta", "delta": ended}),
        event({"type": "message_stop"}),
    )


@pytest.mark.parametrize("api", ["messages", "responses"])
@pytest.mark.parametrize("streamed", [False, True])
def test_call(
    driver: Driver, server: Server, telemetry: Telemetry, api: str, *, streamed: bool
) -> None:
    """A span has the operation, the model, what was asked, and the id and usage of the answer."""
    server.answer(stream(api) if streamed else json_reply(ANSWERS[api]))
    create = getattr(driver.client(), api).create
    answer = driver.wait(create(**ASKED[api], stream=streamed))
    if streamed:
        driver.all(answer)
    attributes = telemetry.attributes

    assert attributes["gen_ai.operation.name"] == "chat"
    assert telemetry.span.name == f"chat {ASKED[api]['model']}"
    assert attributes["gen_ai.request.max_tokens"] == 9
    assert ("gen_ai.request.stop_sequences" in attributes) is (api == "messages")
    assert {**ANSWERED[api], **USED}.items() <= attributes.items()
    assert telemetry.points()["gen_ai.client.token.usage"][0][1:] == (1, 10)


@pytest.mark.parametrize("api", ["messages", "responses"])
def test_content(
    driver: Driver,
    server: Server,
    telemetry: Telemetry,
    monkeypatch: pytest.MonkeyPatch,
    api: str,
) -> None:
    """What was said is in the span if the environment asks for it, in the terms of all APIs."""
    monkeypatch.setenv(CAPTURE, "span_only")
    server.answer(json_reply(ANSWERS[api]))
    driver.wait(getattr(driver.client(), api).create(**ASKED[api], **TOLD[api]))
    said = json.loads(telemetry.attributes["gen_ai.output.messages"])
    call = {"type": "tool_call", **CALL, "arguments": {} if api == "messages" else "{}"}

    assert json.loads(telemetry.attributes["gen_ai.input.messages"]) == [
        {"role": "user", "parts": [{"type": "text", "content": "Hello"}]}
    ]
    assert json.loads(telemetry.attributes["gen_ai.system_instructions"]) == [
        {"type": "text", "content": "Be brief."}
    ]
    assert json.loads(telemetry.attributes["gen_ai.tool.definitions"]) == [
        {"type": "function", "name": "clock"}
    ]
    assert [part for message in said for part in message["parts"]] == [
        {"type": "text", "content": "Hi!"},
        call,
    ]


@pytest.mark.parametrize("api", ["messages", "responses"])
def test_broken_stream(driver: Driver, server: Server, telemetry: Telemetry, api: str) -> None:
    """A stream that breaks ends its span with the error, and what is known."""
    first = {"type": "response.created", "response": {**RESPONSE, "status": "in_progress"}}
    if api == "messages":
        first = {"type": "message_start", "message": {**MESSAGE, "stop_reason": None}}
    server.answer(event_stream(event(first)))
    stream_ = driver.wait(getattr(driver.client(), api).create(**ASKED[api], stream=True))
    with pytest.raises(APIStreamError):
        driver.all(stream_)

    assert telemetry.attributes["error.type"] == "APIStreamError"
    assert telemetry.attributes["gen_ai.response.id"] == ANSWERS[api]["id"]
    assert "gen_ai.response.finish_reasons" not in telemetry.attributes
