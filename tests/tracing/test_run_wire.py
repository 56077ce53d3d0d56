"""`apertis._tracing.run`: the spans of a tool run, of its calls and of its tools."""

from __future__ import annotations

import json
from typing import Any

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.trace import SpanKind, StatusCode

from apertis import InternalServerError
from tests.drivers import Driver
from tests.server import DONE, Server, Step, chunk, completion, event_stream, json_reply
from tests.tracing.conftest import Telemetry

pytestmark = pytest.mark.wire

MESSAGES = [{"role": "user", "content": "Hi"}]
CALLS = [
    {"index": 0, "id": "call_1", "function": {"name": "half", "arguments": '{"number": 8}'}},
    {"index": 1, "id": "call_2", "function": {"name": "half", "arguments": '{"number": 7}'}},
]
current: list[int] = []  # the spans in which the tool ran


def half(number: int) -> int:
    """Halve a number."""
    current.append(trace.get_current_span().get_span_context().span_id)
    if number % 2:
        raise ValueError("odd")
    return number // 2


def turn(message: dict[str, Any], reason: str, *, streamed: bool) -> list[Step]:
    if streamed:
        return event_stream(chunk(reason, **message), DONE)
    choice = {"index": 0, "message": message, "finish_reason": reason}
    return json_reply(completion(choices=[choice]))


def asks(*, streamed: bool = False) -> list[Step]:
    return turn({"role": "assistant", "tool_calls": CALLS}, "tool_calls", streamed=streamed)


def says(*, streamed: bool = False) -> list[Step]:
    return turn({"role": "assistant", "content": "Four."}, "stop", streamed=streamed)


def run_of(driver: Driver, client: Any | None = None, **arguments: Any) -> Any:
    completions = (client or driver.client()).chat.completions
    return completions.run_tools(model="m", messages=MESSAGES, tools=[half], **arguments)


def by_name(telemetry: Telemetry) -> dict[str, list[ReadableSpan]]:
    spans: dict[str, list[ReadableSpan]] = {}
    for span in telemetry.spans:
        spans.setdefault(span.name, []).append(span)
    return spans


@pytest.mark.parametrize("streamed", [False, True], ids=["plain", "streamed"])
@pytest.mark.parametrize("by_hand", [False, True], ids=["by the run", "by hand"])
def test_whole_run(
    driver: Driver, server: Server, telemetry: Telemetry, *, streamed: bool, by_hand: bool
) -> None:
    """A run has a span, and below it are those of its calls and of its tools."""
    server.answer(asks(streamed=streamed), says(streamed=streamed))
    current.clear()

    run = run_of(driver, stream=streamed)
    first = driver.next(run)
    assert trace.get_current_span() is trace.INVALID_SPAN
    if by_hand:
        driver.wait(first.run_calls())
    driver.wait(run.get_final_completion())

    spans = by_name(telemetry)
    assert {name: len(found) for name, found in spans.items()} == {
        "invoke_agent": 1,
        "chat m": 2,
        "execute_tool half": 2,
    }
    (whole,) = spans.pop("invoke_agent")
    assert (whole.kind, whole.status.status_code) == (SpanKind.INTERNAL, StatusCode.UNSET)
    assert dict(whole.attributes or {}) == {
        "gen_ai.operation.name": "invoke_agent",
        "gen_ai.provider.name": "apertis",
        "gen_ai.request.model": "m",
    }
    assert all(span.parent == whole.context for found in spans.values() for span in found)
    tools = sorted(spans["execute_tool half"], key=lambda span: str(span.attributes))
    assert set(current) == {span.context.span_id for span in tools}
    known = {
        "gen_ai.operation.name": "execute_tool",
        "gen_ai.tool.name": "half",
        "gen_ai.tool.type": "function",
        "gen_ai.tool.description": "Halve a number.",
    }
    assert [dict(span.attributes or {}) for span in tools] == [
        {**known, "gen_ai.tool.call.id": "call_1"},
        {**known, "gen_ai.tool.call.id": "call_2", "error.type": "ValueError"},
    ]
    assert [span.kind for span in tools] == [SpanKind.INTERNAL] * 2
    statuses = [span.status.status_code for span in tools]
    assert statuses == [StatusCode.UNSET, StatusCode.ERROR]


def test_failed_run(driver: Driver, server: Server, telemetry: Telemetry) -> None:
    """The span of a run ends with what a call raises."""
    server.answer(asks(), json_reply({"error": {"message": "No."}}, status=500))

    with pytest.raises(InternalServerError):
        driver.all(run_of(driver))

    (whole,) = by_name(telemetry)["invoke_agent"]
    assert dict(whole.attributes or {})["error.type"] == "InternalServerError"


@pytest.mark.parametrize("closed", [False, True], ids=["left", "closed"])
def test_run_that_is_left(
    driver: Driver, server: Server, telemetry: Telemetry, *, closed: bool
) -> None:
    """The span of a run that is left ends, at the latest when the run is thrown away."""
    server.answer(asks())

    run = run_of(driver)
    driver.next(run)
    assert list(by_name(telemetry)) == ["chat m"]
    if closed:
        driver.close(run)
    else:
        del run

    assert by_name(telemetry)["invoke_agent"][0].status.status_code == StatusCode.UNSET


def test_content(
    driver: Driver, server: Server, telemetry: Telemetry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Arguments and results of tools are in spans if the environment asks for it."""
    monkeypatch.setenv("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "true")
    server.answer(asks(), says())

    driver.wait(run_of(driver).get_final_completion())

    content = {
        tuple(dict(span.attributes or {}).get(f"gen_ai.tool.call.{name}") for name in PARTS)
        for span in by_name(telemetry)["execute_tool half"]
    }
    assert content == {('{"number": 8}', "4"), ('{"number": 7}', None)}
    last: Any = by_name(telemetry)["chat m"][-1].attributes
    parts = [message["parts"] for message in json.loads(last["gen_ai.input.messages"])]
    call = {"type": "tool_call", "name": "half"}
    assert parts[1] == [
        {**call, "id": "call_1", "arguments": '{"number": 8}'},
        {**call, "id": "call_2", "arguments": '{"number": 7}'},
    ]
    assert parts[2] == [{"type": "tool_call_response", "id": "call_1", "response": "4"}]


PARTS = ("arguments", "result")


@pytest.mark.parametrize("broken", [False, True], ids=["off", "broken"])
def test_untraced(
    driver: Driver,
    server: Server,
    telemetry: Telemetry,
    monkeypatch: pytest.MonkeyPatch,
    *,
    broken: bool,
) -> None:
    """A run goes on without spans if tracing is off, or raises."""
    if broken:
        monkeypatch.setattr(telemetry.tracers, "get_tracer", None)
    server.answer(asks(), says())

    run = run_of(driver, driver.client(tracing=broken))

    assert driver.wait(run.get_final_completion()).choices[0].message.content == "Four."
    assert telemetry.spans == []
