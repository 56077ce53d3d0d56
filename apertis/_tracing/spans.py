"""Starts and ends spans, with what the program has set up for OpenTelemetry."""

from __future__ import annotations

import contextlib
import functools
from contextlib import AbstractContextManager
from typing import Final

from opentelemetry import metrics, trace
from opentelemetry.trace import Span, SpanKind, StatusCode

from .._version import __version__
from . import conventions as names
from .content import is_captured, shorten

__all__ = ["SAFELY", "Instruments", "Span", "SpanKind", "as_current", "end_span", "instruments"]

Instruments = tuple[trace.Tracer, dict[str, metrics.Histogram]]

SAFELY: Final = contextlib.suppress(Exception)  # tracing never makes a call fail


def instruments() -> Instruments | None:
    """Return what makes spans, and histograms by name; None where the program set up nothing."""
    tracers, meters = trace.get_tracer_provider(), metrics.get_meter_provider()
    # Until the program sets others, the API has providers of its own, which do nothing.
    idle = ("opentelemetry.trace", "opentelemetry.metrics")
    if all(type(provider).__module__.startswith(idle) for provider in (tracers, meters)):
        return None
    return _instruments(tracers, meters)


@functools.lru_cache(maxsize=4)
def _instruments(tracers: trace.TracerProvider, meters: metrics.MeterProvider) -> Instruments:
    meter = meters.get_meter("apertis", __version__, names.SCHEMA_URL)
    return tracers.get_tracer("apertis", __version__, schema_url=names.SCHEMA_URL), {
        name: meter.create_histogram(name, unit, text, explicit_bucket_boundaries_advisory=bounds)
        for name, (unit, bounds, text) in names.METRICS.items()
    }


def as_current(span: Span) -> AbstractContextManager[Span]:
    """Return a context in which a span is the current one, and which leaves it open."""
    return trace.use_span(span, record_exception=False, set_status_on_exception=False)


def end_span(span: Span, error: BaseException | None) -> None:
    """End a span, with what failed, if anything did."""
    with SAFELY:
        if error is not None:
            span.set_attribute(names.ERROR_TYPE, type(error).__qualname__)
            # In their messages, servers repeat what was said.
            span.set_status(StatusCode.ERROR, shorten(str(error)) if is_captured() else None)
    with SAFELY:
        span.end()
