"""What the tests of tracing share: both clients, and what OpenTelemetry's SDK has exported."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from opentelemetry import metrics, trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from tests.drivers import AsyncDriver, Driver, SyncDriver, warn_of_open_sockets
from tests.server import Server


class Telemetry:
    """The SDK as a program sets it up, exporting into memory."""

    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        self.tracers = TracerProvider()
        self.tracers.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.reader = InMemoryMetricReader()
        self.meters = MeterProvider([self.reader])

    @property
    def spans(self) -> list[ReadableSpan]:
        """The spans that have ended."""
        return list(self.exporter.get_finished_spans())

    @property
    def span(self) -> ReadableSpan:
        """The only span that has ended."""
        (span,) = self.spans
        return span

    @property
    def attributes(self) -> dict[str, Any]:
        """The attributes of the only span."""
        return dict(self.span.attributes or {})

    def points(self) -> dict[str, list[tuple[dict[str, Any], int, float]]]:
        """Return the attributes, the count and the sum of each point, by metric."""
        data = self.reader.get_metrics_data()
        scopes = data.resource_metrics[0].scope_metrics if data else []
        found: dict[str, Any] = {}
        for scope in scopes:
            for metric in scope.metrics:
                points: Any = metric.data.data_points
                found[metric.name] = [(dict(p.attributes), p.count, p.sum) for p in points]
        return found


@pytest.fixture
def telemetry(monkeypatch: pytest.MonkeyPatch) -> Iterator[Telemetry]:
    """Set up the SDK for the time of a test; afterwards no span is left as the current one."""
    telemetry = Telemetry()
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: telemetry.tracers)
    monkeypatch.setattr(metrics, "get_meter_provider", lambda: telemetry.meters)
    yield telemetry
    assert trace.get_current_span() is trace.INVALID_SPAN
    telemetry.tracers.shutdown()
    telemetry.meters.shutdown()


@pytest.fixture(params=[SyncDriver, AsyncDriver], ids=["sync", "async"])
def driver(request: pytest.FixtureRequest, server: Server) -> Iterator[Driver]:
    """Run a test with `Apertis` and `AsyncApertis`."""
    with request.param(server.url) as driver:
        yield driver
    warn_of_open_sockets()
