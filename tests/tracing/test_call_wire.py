"""`apertis._tracing.call`: a span for each call, and its metrics, with the SDK of OpenTelemetry."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import urlsplit

import pytest
from opentelemetry import trace
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import SpanProcessor
from opentelemetry.trace import SpanKind, StatusCode
from pydantic import BaseModel

from apertis import APIError, APIStreamError, BadRequestError, InternalServerError
from tests.drivers import AT_ONCE, AsyncDriver, Driver
from tests.server import (
    CLOSE,
    DONE,
    Server,
    Step,
    completion,
    event,
    event_stream,
    json_reply,
    reply,
)
from tests.tracing.conftest import Telemetry

pytestmark = pytest.mark.wire

MESSAGES = [{"role": "user", "content": "Hi"}]
ERROR = {"error": {"message": "No: you said Hi."}}
USAGE = {
    "prompt_tokens": 19,
    "completion_tokens": 10,
    "total_tokens": 29,
    "prompt_tokens_details": {"cached_tokens": 7, "cache_write_tokens": 5},
    "completion_tokens_details": {"reasoning_tokens": 4},
}
USED = {
    "gen_ai.usage.input_tokens": 19,
    "gen_ai.usage.output_tokens": 10,
    "gen_ai.usage.cache_read.input_tokens": 7,
    "gen_ai.usage.cache_creation.input_tokens": 5,
    "gen_ai.usage.reasoning.output_tokens": 4,
}
ANSWERED = {
    "gen_ai.response.id": "chatcmpl-1",
    "gen_ai.response.model": "gpt-4.1-mini-2025",
    "gen_ai.response.finish_reasons": ("stop",),
}
CAPTURE = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"


class Said(BaseModel):
    """A message as a program may have it."""

    role: str
    content: str


def chunk(content: str, finish_reason: str | None = None, **members: Any) -> bytes:
    choice = {"index": 0, "delta": {"content": content}, "finish_reason": finish_reason}
    answer = {"id": "chatcmpl-1", "model": "gpt-4.1-mini-2025", "choices": [choice], **members}
    return event(answer)


def answer(**members: Any) -> list[Step]:
    return json_reply(completion(**{"model": "gpt-4.1-mini-2025", "usage": USAGE, **members}))


def stream(server: Server) -> list[Step]:
    """Return the script of a stream of three chunks, each of which comes alone."""
    return event_stream(*(chunk("Hel"), chunk("lo"), chunk("!", "stop", usage=USAGE), DONE))


def asked(server: Server) -> dict[str, Any]:
    """Return what a span begins with."""
    return {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "apertis",
        "gen_ai.request.model": "gpt-4.1-mini",
        "server.address": "127.0.0.1",
        "server.port": urlsplit(server.url).port,
    }


def test_plain(driver: Driver, server: Server, telemetry: Telemetry) -> None:
    """A plain call has one span, with what was asked, what was answered and what it took."""
    server.answer(answer())

    driver.create(driver.client())

    assert (telemetry.span.name, telemetry.span.kind) == ("chat gpt-4.1-mini", SpanKind.CLIENT)
    assert telemetry.span.status.status_code == StatusCode.UNSET
    assert telemetry.attributes == {**asked(server), **ANSWERED, **USED}
    shared = {**asked(server), "gen_ai.response.model": "gpt-4.1-mini-2025"}
    points = telemetry.points()
    ((labels, count, seconds),) = points.pop("gen_ai.client.operation.duration")
    assert (labels, count) == (shared, 1)
    assert seconds > 0
    assert points == {
        "gen_ai.client.token.usage": [
            ({**shared, "gen_ai.token.type": "input"}, 1, 19),
            ({**shared, "gen_ai.token.type": "output"}, 1, 10),
        ]
    }


def test_streamed_to_the_end(driver: Driver, server: Server, telemetry: Telemetry) -> None:
    """The span of a stream ends with it, and is never the current one of who reads it."""
    server.answer(stream(server))

    events = driver.create(driver.client(), stream=True)
    driver.next(events)
    assert telemetry.spans == []
    assert trace.get_current_span() is trace.INVALID_SPAN
    driver.all(events)

    attributes = telemetry.attributes
    first = attributes.pop("gen_ai.response.time_to_first_chunk")
    streamed = {"gen_ai.request.stream": True}
    assert attributes == {**asked(server), **streamed, **ANSWERED, **USED}
    points = telemetry.points()
    ((_, count, total),) = points["gen_ai.client.operation.time_to_first_chunk"]
    assert (count, total) == (1, first)
    ((_, count, gaps),) = points["gen_ai.client.operation.time_per_output_chunk"]
    assert count == 2
    ((_, count, duration),) = points["gen_ai.client.operation.duration"]
    assert 0 < first + gaps < duration
    assert len(points["gen_ai.client.token.usage"]) == 2


@pytest.mark.parametrize("captured", ["true", "false"])
def test_members_of_chunks_in_the_middle(
    driver: Driver,
    server: Server,
    telemetry: Telemetry,
    monkeypatch: pytest.MonkeyPatch,
    captured: str,
) -> None:
    """Whether the content is captured or not, no end of a choice and no usage is missed."""
    monkeypatch.setenv(CAPTURE, captured)
    first = event({"id": "", "model": "", "choices": [], "usage": None})
    other = event({"choices": [{"index": 1, "delta": {"content": "a"}, "finish_reason": "length"}]})
    words = (chunk("b"), chunk("c", usage=USAGE), chunk("d"), chunk("e", "stop"), chunk("", None))
    server.answer(event_stream(first, other, *words, DONE))

    driver.all(driver.create(driver.client(), stream=True, n=2))

    told = telemetry.attributes
    ended = {"gen_ai.response.finish_reasons": ("stop", "length")}
    assert {**ANSWERED, **USED, **ended}.items() <= told.items()
    assert ("gen_ai.output.messages" in told) == (captured == "true")


def test_left_early(driver: Driver, server: Server, telemetry: Telemetry) -> None:
    """A stream that is left early has a span with what has arrived, and no error."""
    gate = server.gate()
    server.answer(event_stream(chunk("Hel"), gate))

    events = driver.create(driver.client(), stream=True)
    driver.next(events)
    driver.close(events)

    assert telemetry.span.status.status_code == StatusCode.UNSET
    assert telemetry.attributes["gen_ai.response.id"] == "chatcmpl-1"
    assert telemetry.attributes["gen_ai.response.time_to_first_chunk"] > 0
    assert "gen_ai.response.finish_reasons" not in telemetry.attributes
    assert "error.type" not in telemetry.attributes


def test_never_closed(driver: Driver, server: Server, telemetry: Telemetry) -> None:
    """The span of a stream that nobody closed ends when the next call closes it."""
    server.answer(event_stream(chunk("Hel"), server.gate()), answer())
    client = driver.client()
    events = driver.create(client, stream=True)
    with pytest.warns(ResourceWarning, match="never closed"):
        del events

    driver.create(client)

    assert len(telemetry.spans) == 2
    assert dict(telemetry.spans[0].attributes or {})["gen_ai.request.stream"] is True


def test_answer_that_is_no_stream(driver: Driver, server: Server, telemetry: Telemetry) -> None:
    """A plain answer to a request for a stream ends the span, too."""
    server.answer(answer())

    driver.all(driver.create(driver.client(), stream=True))

    assert telemetry.attributes.items() >= {**ANSWERED, **USED}.items()


def test_failed(driver: Driver, server: Server, telemetry: Telemetry) -> None:
    """A failed call has the class of its exception, and not the message, which may quote."""
    server.answer(json_reply(ERROR, status=400))

    with pytest.raises(BadRequestError):
        driver.create(driver.client())

    assert telemetry.span.status.status_code == StatusCode.ERROR
    assert telemetry.span.status.description is None
    assert telemetry.span.events == ()
    assert telemetry.attributes == {**asked(server), "error.type": "BadRequestError"}
    ((labels, count, _),) = telemetry.points()["gen_ai.client.operation.duration"]
    assert (labels, count) == ({**asked(server), "error.type": "BadRequestError"}, 1)


def test_broken_stream(driver: Driver, server: Server, telemetry: Telemetry) -> None:
    """A stream that breaks has its exception, with what arrived before."""
    server.answer(event_stream(chunk("Hel"), chunk("lo"), CLOSE, framing="close"))

    with pytest.raises(APIStreamError):
        driver.all(driver.create(driver.client(), stream=True))

    assert telemetry.attributes["error.type"] == "APIStreamError"
    assert telemetry.attributes["gen_ai.response.id"] == "chatcmpl-1"


@pytest.mark.parametrize("streamed", [False, True], ids=["plain", "streamed"])
def test_retried(driver: Driver, server: Server, telemetry: Telemetry, *, streamed: bool) -> None:
    """All attempts of a call have one span, which counts the repetitions."""
    last = stream(server) if streamed else answer()
    empty = event_stream(framing="close")
    server.answer(json_reply(ERROR, status=500), empty if streamed else [CLOSE], last)

    result = driver.create(driver.client(max_retries=AT_ONCE), stream=streamed)
    if streamed:
        driver.all(result)

    assert telemetry.attributes["http.request.resend_count"] == 2
    assert telemetry.attributes.items() >= ANSWERED.items()
    assert "error.type" not in telemetry.attributes


def test_retried_in_vain(driver: Driver, server: Server, telemetry: Telemetry) -> None:
    """A call of which all attempts fail has the exception of the last."""
    server.answer(*[json_reply(ERROR, status=500)] * 3)

    with pytest.raises(InternalServerError):
        driver.create(driver.client(max_retries=AT_ONCE))

    assert telemetry.attributes["http.request.resend_count"] == 2
    assert telemetry.attributes["error.type"] == "InternalServerError"


@pytest.mark.parametrize("driver", [AsyncDriver], indirect=True)
@pytest.mark.parametrize("streamed", [False, True], ids=["plain", "streamed"])
def test_cancelled(driver: Driver, server: Server, telemetry: Telemetry, *, streamed: bool) -> None:
    """A task that is cancelled while it waits ends the span, with that as the error."""
    began = [chunk("Hel")] if streamed else []
    server.answer(event_stream(*began, server.gate()))
    client = driver.client()

    async def cancel() -> None:
        async def read() -> None:
            result = await driver.request(client, stream=streamed)
            async for _ in result:
                arrived.set()

        arrived = asyncio.Event()
        task = asyncio.create_task(read())
        await asyncio.to_thread(server.wait_for_requests, 1)
        if streamed:
            await arrived.wait()
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()

    driver.wait(cancel())

    assert telemetry.attributes["error.type"] == "CancelledError"
    assert telemetry.span.status.status_code == StatusCode.ERROR


@pytest.mark.parametrize("streamed", [False, True], ids=["plain", "streamed"])
def test_http_spans_are_children(
    driver: Driver, server: Server, telemetry: Telemetry, *, streamed: bool
) -> None:
    """What instruments httpx has a span for each attempt, below ours, which is below the user's."""
    server.answer(json_reply(ERROR, status=500), stream(server) if streamed else answer())
    client = driver.client(max_retries=AT_ONCE)
    instrumentor = HTTPXClientInstrumentor()
    instrumentor.instrument(tracer_provider=telemetry.tracers)
    try:
        with telemetry.tracers.get_tracer("program").start_as_current_span("program") as program:
            result = driver.create(client, stream=streamed)
            assert trace.get_current_span() is program
            if streamed:
                driver.all(result)
    finally:
        instrumentor.uninstrument()

    spans = {span.name: span for span in telemetry.spans}
    ours = spans["chat gpt-4.1-mini"]
    assert ours.parent == program.get_span_context()
    http = [span for span in telemetry.spans if span.name == "POST"]
    assert [span.parent for span in http] == [ours.context] * 2
    assert all(
        f"{ours.context.span_id:016x}" not in header  # but the span of the request
        and f"{ours.context.trace_id:032x}" in header
        for request in server.requests
        for header in request.all("traceparent")
    )


def test_calls_at_once(driver: Driver, server: Server, telemetry: Telemetry) -> None:
    """Calls at the same time have spans that are not below each other."""
    server.answer(*[answer()] * 5)
    client = driver.client()

    driver.together([lambda: driver.request(client)] * 5)

    assert [span.parent for span in telemetry.spans] == [None] * 5


@pytest.mark.parametrize("how", ["setting", "with_options", "environment"])
def test_off(
    driver: Driver,
    server: Server,
    telemetry: Telemetry,
    monkeypatch: pytest.MonkeyPatch,
    how: str,
) -> None:
    """Tracing is off by the setting, of one client or of a copy, and by the environment."""
    server.answer(answer(), stream(server))
    if how == "environment":
        monkeypatch.setenv("APERTIS_TRACING", "off")
    client = driver.client(**({"tracing": False} if how == "setting" else {}))
    client = client.with_options(tracing=False) if how == "with_options" else client

    driver.create(client)
    driver.all(driver.create(client, stream=True))

    assert telemetry.spans == []
    assert telemetry.points() == {}


def test_setting_over_environment(
    driver: Driver, server: Server, telemetry: Telemetry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The setting wins over the environment."""
    monkeypatch.setenv("APERTIS_TRACING", "off")
    server.answer(answer())

    driver.create(driver.client(tracing=True))

    assert len(telemetry.spans) == 1


class Broken(SpanProcessor):
    """Raises at the beginning and at the end of each span."""

    def on_start(self, span: Any, parent_context: Any = None) -> None:
        raise ValueError("broken")

    def on_end(self, span: Any) -> None:
        raise ValueError("broken")


class BrokenTracers:
    """Makes spans of which every method raises."""

    def get_tracer(self, *_: object, **__: object) -> Any:
        return self

    def start_span(self, *_: object, **__: object) -> Any:
        return self

    def __getattr__(self, name: str) -> Any:
        def broken(*_: object, **__: object) -> None:
            raise ValueError(name)

        return broken


@pytest.mark.parametrize("broken", ["processor", "span"])
def test_never_makes_a_call_fail(
    driver: Driver,
    server: Server,
    telemetry: Telemetry,
    monkeypatch: pytest.MonkeyPatch,
    broken: str,
) -> None:
    """Whatever raises in OpenTelemetry, calls go on."""
    if broken == "processor":
        telemetry.tracers.add_span_processor(Broken())
    else:
        tracers = BrokenTracers()
        monkeypatch.setattr(trace, "get_tracer_provider", lambda: tracers)
    server.answer(json_reply(ERROR, status=500), answer(), stream(server))
    client = driver.client(max_retries=AT_ONCE)

    assert driver.create(client).choices[0].message.content == "Hello!"
    assert len(driver.all(driver.create(client, stream=True))) == 3


def test_nobody_listens(
    driver: Driver, server: Server, telemetry: Telemetry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the SDK nothing is traced, even if the API is imported."""
    monkeypatch.undo()
    server.answer(answer())
    marked: list[object] = []
    monkeypatch.setattr("apertis._tracing.call.TracedCall", lambda *made: marked.append(made))

    driver.create(driver.client())

    assert marked == []


def test_raw_response(driver: Driver, server: Server, telemetry: Telemetry) -> None:
    """A raw response has the span of a plain call."""
    server.answer(answer())
    completions = driver.client().chat.completions.with_raw_response

    driver.wait(completions.create(model="gpt-4.1-mini", messages=MESSAGES))

    assert telemetry.attributes == {**asked(server), **ANSWERED, **USED}


@pytest.mark.parametrize("read", ["parse", "read", "iter_bytes", None])
@pytest.mark.parametrize("streamed", [False, True], ids=["plain", "streamed"])
def test_streaming_response(
    driver: Driver, server: Server, telemetry: Telemetry, read: str | None, *, streamed: bool
) -> None:
    """A response that is read on demand is traced until it is closed, by what was decoded of it."""
    server.answer(stream(server) if streamed else answer())
    completions = driver.client().chat.completions.with_streaming_response

    manager = completions.create(model="gpt-4.1-mini", messages=MESSAGES, stream=streamed)
    with driver.entered(manager) as response:
        if read == "iter_bytes":
            driver.all(response.iter_bytes())
        elif read:
            result = driver.wait(getattr(response, read)())
            if streamed and read == "parse":
                driver.all(result)
        assert len(telemetry.spans) == (streamed and read == "parse")

    is_decoded = read == "parse" or (read == "read" and not streamed)
    assert telemetry.attributes.items() >= asked(server).items()
    assert (telemetry.attributes.items() >= {**ANSWERED, **USED}.items()) == is_decoded
    ((_, count, _),) = telemetry.points()["gen_ai.client.operation.duration"]
    assert count == 1


def test_streaming_response_that_breaks(
    driver: Driver, server: Server, telemetry: Telemetry
) -> None:
    """A response that breaks while it is read has an error."""
    server.answer([b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", CLOSE])
    completions = driver.client().chat.completions.with_streaming_response

    with (
        driver.entered(completions.create(model="gpt-4.1-mini", messages=MESSAGES)) as response,
        pytest.raises(APIError),
    ):
        driver.wait(response.read())

    assert telemetry.span.status.status_code == StatusCode.ERROR


def test_arguments(driver: Driver, server: Server, telemetry: Telemetry) -> None:
    """Arguments are attributes, also those that this client does not know."""
    server.answer(answer())

    driver.create(
        driver.client(),
        temperature=1,
        top_p=0.5,
        frequency_penalty=0.25,
        presence_penalty=-0.25,
        max_completion_tokens=9,
        seed=3,
        n=2,
        stop="\n",
        response_format={"type": "json_object"},
        extra_body={"top_k": 4},
    )

    assert (
        telemetry.attributes.items()
        >= {
            "gen_ai.request.temperature": 1.0,
            "gen_ai.request.top_p": 0.5,
            "gen_ai.request.top_k": 4.0,
            "gen_ai.request.frequency_penalty": 0.25,
            "gen_ai.request.presence_penalty": -0.25,
            "gen_ai.request.max_tokens": 9,
            "gen_ai.request.seed": 3,
            "gen_ai.request.choice.count": 2,
            "gen_ai.request.stop_sequences": ("\n",),
            "gen_ai.output.type": "json",
        }.items()
    )


@pytest.mark.parametrize(
    ("path", "name"), [((), "models.list"), (("gpt-4.1",), "models.retrieve gpt-4.1")]
)
def test_other_operations(
    driver: Driver,
    server: Server,
    telemetry: Telemetry,
    path: tuple[str, ...],
    name: str,
) -> None:
    """Operations that the conventions do not know have the names of their methods."""
    server.answer(json_reply({"object": "list", "data": [], "id": "m"}))

    models = driver.client().models
    driver.wait(models.retrieve(*path) if path else models.list())

    assert telemetry.span.name == name


def test_embeddings(driver: Driver, server: Server, telemetry: Telemetry) -> None:
    """Embeddings are an operation of their own."""
    usage = {"prompt_tokens": 3, "total_tokens": 3}
    data = [{"object": "embedding", "index": 0, "embedding": "AACAPg=="}]
    server.answer(json_reply({"object": "list", "data": data, "model": "e-1", "usage": usage}))

    driver.wait(driver.client().embeddings.create(model="e", input="Hi"))

    assert telemetry.span.name == "embeddings e"
    assert (
        telemetry.attributes.items()
        >= {
            "gen_ai.operation.name": "embeddings",
            "gen_ai.response.model": "e-1",
            "gen_ai.usage.input_tokens": 3,
        }.items()
    )


@pytest.mark.parametrize("on_demand", [False, True], ids=["read", "on demand"])
def test_bytes(driver: Driver, server: Server, telemetry: Telemetry, *, on_demand: bool) -> None:
    """What is no JSON has a span as well, which ends when it was read."""
    server.answer(reply(b"\xff\xf3", headers={"Content-Type": "audio/mpeg"}))
    speech = driver.client().audio.speech
    arguments = {"model": "tts", "input": "Hi", "voice": "alloy"}

    if on_demand:
        manager = speech.with_streaming_response.create(**arguments)
        with driver.entered(manager) as response:
            driver.all(response.iter_bytes())
            assert telemetry.spans == []
    else:
        driver.wait(speech.create(**arguments))

    assert telemetry.span.name == "audio.speech.create tts"
    assert telemetry.span.status.status_code == StatusCode.UNSET


def test_content(
    driver: Driver, server: Server, telemetry: Telemetry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was said is in the span if the environment asks for it."""
    monkeypatch.setenv(CAPTURE, "span_only")
    server.answer(answer(), stream(server), json_reply(ERROR, status=400))
    client = driver.client()

    driver.create(client)
    driver.all(driver.create(client, stream=True))
    with pytest.raises(BadRequestError):
        driver.create(client)

    said = [{"role": "user", "parts": [{"type": "text", "content": "Hi"}]}]
    parts = [{"type": "text", "content": "Hello!"}]
    for span in telemetry.spans[:2]:
        attributes: Any = span.attributes
        assert json.loads(attributes["gen_ai.input.messages"]) == said
        assert json.loads(attributes["gen_ai.output.messages"]) == [
            {"role": "assistant", "parts": parts, "finish_reason": "stop"}
        ]
    assert telemetry.spans[2].status.description == "No: you said Hi. (status 400)"


def test_content_of_a_pydantic_model(
    driver: Driver, server: Server, telemetry: Telemetry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message that is a model of pydantic is in the span like a dict."""
    monkeypatch.setenv(CAPTURE, "span_only")
    server.answer(answer())
    messages: list[Any] = [Said(role="user", content="Hi")]

    driver.create(driver.client(), messages=messages)

    said = [{"role": "user", "parts": [{"type": "text", "content": "Hi"}]}]
    assert json.loads(telemetry.attributes["gen_ai.input.messages"]) == said


@pytest.mark.parametrize("value", ["", "false", "no_content", "event_only", "maybe"])
def test_no_content(
    driver: Driver,
    server: Server,
    telemetry: Telemetry,
    monkeypatch: pytest.MonkeyPatch,
    value: str,
) -> None:
    """What was said is in no span otherwise."""
    monkeypatch.setenv(CAPTURE, value)
    server.answer(answer())

    driver.create(driver.client())

    assert telemetry.attributes == {**asked(server), **ANSWERED, **USED}


@pytest.mark.parametrize("is_streamed", [False, True])
def test_endpoint_without_a_method(
    driver: Driver, server: Server, telemetry: Telemetry, *, is_streamed: bool
) -> None:
    """A call by path has a span with what its body and its answer say about it."""
    usage = {"input_tokens": 3, "output_tokens": 2}
    answered = {"id": "r", "model": "m-1", "usage": usage}
    server.answer(event_stream(event(answered)) if is_streamed else json_reply(answered))
    call = driver.client().post("/answers", body={"model": "m"}, stream=is_streamed)
    answer = driver.wait(call)
    if is_streamed:
        driver.all(answer)

    assert telemetry.span.name == "post m"
    assert telemetry.attributes["gen_ai.request.model"] == "m"
    assert is_streamed or telemetry.attributes["gen_ai.usage.input_tokens"] == 3
