"""The spans of a tool run and of its tools."""

from __future__ import annotations

import contextlib
from collections.abc import Generator
from typing import Any, Protocol

from opentelemetry import trace

from . import conventions as names
from .content import is_captured, shorten
from .spans import SAFELY, Instruments, Span, as_current, end_span, instruments

__all__ = ["TracedRun", "start_run"]


class _Call(Protocol):
    id: str
    name: str
    arguments: str
    content: str | None
    error: Exception | None


def start_run(model: object) -> TracedRun | None:
    """Begin to trace a run; None if nobody would see it."""
    with SAFELY:
        if (made := instruments()) is not None:
            return TracedRun(made, model)
    return None


class TracedRun:
    """A run with a span, to be ended. Nothing but the constructor raises."""

    _span: Span = trace.INVALID_SPAN

    def __init__(self, made: Instruments, model: object) -> None:
        self._tracer, _ = made
        known = {names.PROVIDER_NAME: "apertis"}
        if isinstance(model, str):
            known[names.REQUEST_MODEL] = shorten(model)
        self._span = self._start(names.INVOKE_AGENT, "", known)

    @contextlib.contextmanager
    def turn(self) -> Generator[None]:
        """Make its span the current one. An exception ends it, the end of an iteration as well."""
        try:
            with as_current(self._span):
                yield
        except BaseException as error:
            is_end = isinstance(error, (StopIteration, StopAsyncIteration))
            self.end(None if is_end else error)
            raise

    @contextlib.contextmanager
    def tool(self, call: _Call, description: str | None) -> Generator[None]:
        """Trace the execution of a tool, and make its span the current one."""
        span: Span = trace.INVALID_SPAN
        with SAFELY:
            known = {
                names.TOOL_NAME: shorten(call.name),
                names.TOOL_TYPE: "function",
                names.TOOL_CALL_ID: call.id,
            }
            if description:
                known[names.TOOL_DESCRIPTION] = shorten(description)
            if is_captured():
                known[names.TOOL_ARGUMENTS] = shorten(call.arguments)
            span = self._start(names.EXECUTE_TOOL, call.name, known)
        error: BaseException | None = None
        try:
            with as_current(span):
                yield
        except BaseException as raised:
            error = raised
            raise
        finally:
            with SAFELY:
                if is_captured() and call.error is None and call.content is not None:
                    span.set_attribute(names.TOOL_RESULT, shorten(call.content))
            end_span(span, error or call.error)

    def end(self, error: BaseException | None = None) -> None:
        """End its span, once."""
        if self._span.is_recording():
            end_span(self._span, error)

    def __del__(self) -> None:
        self.end()  # of a run that was left

    def _start(self, operation: str, name: str, known: dict[str, Any]) -> Span:
        parent = trace.set_span_in_context(self._span) if name else None
        known[names.OPERATION_NAME] = operation
        return self._tracer.start_span(f"{operation} {name}".strip(), parent, attributes=known)
