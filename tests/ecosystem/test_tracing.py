"""Instrumentation: OpenTelemetry's, which wraps httpx, and tracers that wrap httpcore."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import importlib
from collections.abc import Callable, Iterator
from typing import Any

import httpcore
import pytest
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from apertis import APIConnectionError, APITimeoutError, RetryPolicy
from tests.ecosystem.calls import Caller
from tests.server import json_reply

pytestmark = pytest.mark.wire


Count = Callable[[], int]


@contextlib.contextmanager
def opentelemetry() -> Iterator[Count]:
    """Instrument httpx; give what counts the spans that have ended."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    instrumentor = HTTPXClientInstrumentor()
    instrumentor.instrument(tracer_provider=provider)
    try:
        yield lambda: len(exporter.get_finished_spans())
    finally:
        instrumentor.uninstrument()
        provider.shutdown()


@contextlib.contextmanager
def logfire() -> Iterator[Count]:
    """Instrument httpx by logfire; give what counts the spans that have ended."""
    library: Any = importlib.import_module("logfire")
    exporter = InMemorySpanExporter()
    made = library.configure(
        local=True,
        send_to_logfire=False,
        console=False,
        additional_span_processors=[SimpleSpanProcessor(exporter)],
    )
    made.instrument_httpx()
    try:
        yield lambda: len(exporter.get_finished_spans())
    finally:
        HTTPXClientInstrumentor().uninstrument()
        made.shutdown()


@contextlib.contextmanager
def httpcore_tracer(*classes: type) -> Iterator[Count]:
    """Wrap the methods of classes of httpcore, as tracers do; give what counts the calls."""
    seen: list[str] = []

    def wrap(function: Any) -> Any:
        @functools.wraps(function)
        def traced(taker: Any, request: httpcore.Request) -> Any:
            seen.append(str(request.url))
            request.headers.append((b"traceparent", b"00-1-2-01"))
            return function(taker, request)

        return traced

    with pytest.MonkeyPatch.context() as monkeypatch:
        for each, name in zip(classes, ("handle_request", "handle_async_request"), strict=True):
            monkeypatch.setattr(each, name, wrap(getattr(each, name)))
        yield lambda: len(seen)


TRACERS: Any = {
    "opentelemetry": opentelemetry,
    "logfire": logfire,
    "pools": functools.partial(
        httpcore_tracer, httpcore.ConnectionPool, httpcore.AsyncConnectionPool
    ),
    "connections": functools.partial(
        httpcore_tracer, httpcore.HTTPConnection, httpcore.AsyncHTTPConnection
    ),
}


@pytest.fixture(params=TRACERS)
def tracer(request: pytest.FixtureRequest) -> Any:
    """Return a context in which calls are traced."""
    if request.param == "logfire":
        pytest.importorskip("logfire")
    return TRACERS[request.param]


@pytest.mark.parametrize("when", ["before", "after"])
def test_calls_are_traced(caller: Caller, tracer: Any, when: str) -> None:
    """A call has a span, and the header that tells the server, whenever tracing began.

    Traced calls use the connections that there are, and are traced no longer than it lasts.
    """
    is_after = when == "after"
    caller.serve("served", times=3 + is_after)
    client = None
    if is_after:
        client = caller.driver.client()
        caller.ask(client)
    with tracer() as count:
        client = client or caller.driver.client()
        texts = [caller.ask(client) for _ in range(2)]
        spans = count()
    caller.ask(client)

    assert texts == ["served", "served"]
    assert spans == 2
    traced = [bool(request.all("traceparent")) for request in caller.server.requests]
    assert traced == [*[False] * is_after, True, True, False]
    assert set(caller.server.connections) == {1}


def test_attempts_and_copies_are_traced(caller: Caller, tracer: Any) -> None:
    """Each attempt has a span, and a copy of a client is traced as the client is."""
    client = caller.driver.client(max_retries=RetryPolicy(1, first_wait=0))
    caller.server.answer(json_reply({"error": {"message": "later"}}, status=503))
    caller.serve("served", times=2)
    with tracer() as count:
        caller.ask(client)
        caller.ask(client.with_options(timeout=5))
        spans = count()

    assert spans == 3
    assert all(request.all("traceparent") for request in caller.server.requests)


@pytest.mark.parametrize("when", ["before", "after"])
def test_elastic_apm_traces_calls(caller: Caller, when: str) -> None:
    """elastic-apm has a span of each call in a transaction, and its header reaches the server."""
    elasticapm: Any = pytest.importorskip("elasticapm")
    spans: list[dict[str, Any]] = []

    class Agent(elasticapm.Client):  # type: ignore[misc]
        def queue(self, event_type: str, data: Any, flush: bool = False) -> None:
            spans.extend([data] if event_type == "span" else [])

    caller.serve("served", times=2)
    client = caller.driver.client() if when == "after" else None
    agent = Agent(
        service_name="test",
        disable_send=True,
        server_version=(8, 0, 0),  # or it would be asked for
        central_config=False,
        cloud_provider="none",
        span_compression_enabled=False,
    )
    elasticapm.instrument()
    try:
        transaction = agent.begin_transaction("test")
        client = client or caller.driver.client()
        texts = [caller.ask(client) for _ in range(2)]
        agent.end_transaction("test")
    finally:
        elasticapm.uninstrument()
        agent.close()

    assert texts == ["served", "served"]
    assert [each["name"].rpartition(":")[0] for each in spans] == ["POST 127.0.0.1"] * 2
    for request in caller.server.requests:
        assert transaction.trace_parent.trace_id in request.all("traceparent")[0]
    assert set(caller.server.connections) == {1}


@pytest.mark.parametrize("reused", [False, True], ids=["fresh", "reused"])
def test_deadlines_hold(caller: Caller, tracer: Any, *, reused: bool) -> None:
    """A deadline ends a traced call that waits for the headers of the response."""
    client = caller.driver.client()
    if reused:
        caller.serve("served")
    caller.server.answer([caller.server.gate()])
    with tracer():
        if reused:
            caller.ask(client)
        with pytest.raises(APITimeoutError):
            caller.ask(client, deadline=0.1)

    caller.server.wait_until_open(0)


@pytest.mark.parametrize("caller", ["streamed"], indirect=True)
def test_leaving_early_closes_the_connection(caller: Caller, tracer: Any) -> None:
    """A stream that is left early closes its connection."""
    first, *_ = caller.body("served").partition(b"\n\n")
    caller.server.answer(
        [
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n",
            first + b"\n\n",
            caller.server.gate(),
        ]
    )
    with tracer():
        stream = caller.driver.create(caller.driver.client(), stream=True)
        caller.driver.next(stream)
        caller.driver.close(stream)
        caller.server.wait_until_open(0)


@pytest.mark.parametrize("reused", [False, True], ids=["fresh", "reused"])
def test_closing_wakes_who_waits(caller: Caller, tracer: Any, *, reused: bool) -> None:
    """A client that is closed by another thread or task wakes traced calls that wait."""
    driver, server = caller.driver, caller.server
    client = driver.client()
    if reused:
        caller.serve("served")
    server.answer([server.gate()])

    def call() -> Any:
        return driver.request(client, stream=caller.is_streamed)

    def close() -> None:
        server.wait_for_requests(1 + reused)
        client.close()

    async def close_in_async() -> None:
        await asyncio.to_thread(server.wait_for_requests, 1 + reused)
        await client.close()

    with tracer():
        if reused:
            caller.ask(client)
        with pytest.raises(APIConnectionError, match="ended by another"):
            driver.together([call, close if driver.name == "sync" else close_in_async])

    server.wait_until_open(0)
