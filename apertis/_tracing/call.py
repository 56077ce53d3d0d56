"""The span and the metrics of a call of the API, its retries and the reading of it included.

It may be read after `Engine.send` has returned. Whoever reads then reports the chunks and the end.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from apertis_client._runtime.json_object import is_object

from . import conventions as names
from .attributes import Attributes, is_model_or_dict, request_attributes, response_attributes
from .content import is_captured
from .spans import SAFELY, Instruments, SpanKind, as_current, end_span, instruments

if TYPE_CHECKING:
    from apertis_client._runtime.operation import Operation

__all__ = ["TracedCall", "start_call"]

R = TypeVar("R")

_SHARED = (  # with the metrics
    *(names.OPERATION_NAME, names.PROVIDER_NAME, names.REQUEST_MODEL, names.RESPONSE_MODEL),
    *(names.SERVER_ADDRESS, names.SERVER_PORT),
)


def start_call(
    operation: Operation[Any],
    path: tuple[str, ...],
    arguments: Mapping[str, Any],
    base_url: str,
    now: Callable[[], float],
    *,
    stream: bool,
) -> TracedCall | None:
    """Begin to trace a call, which is described as in `Engine.send`; None if nobody would see it.

    `now` is a monotonic clock, in seconds.
    """
    with SAFELY:
        if (made := instruments()) is not None:
            given = {**dict(zip(operation.path_parameters, path, strict=False)), **arguments}
            for members in (given.get(operation.content or ""), arguments.get("extra_body")):
                if is_object(members):
                    given.update(members)
            method = operation.method_path or operation.name
            return TracedCall(made, request_attributes(method, given, base_url, stream=stream), now)
    return None


class TracedCall:
    """A call whose span has these attributes. Nothing but the constructor raises."""

    def __init__(self, made: Instruments, known: Attributes, now: Callable[[], float]) -> None:
        tracer, self._histograms = made
        self._known = known
        self._now = now
        self._began = self._last = now()
        self._waits: list[float] = []  # for each chunk
        self._is_over = False
        name = f"{known[names.OPERATION_NAME]} {known.get(names.REQUEST_MODEL, '')}".strip()
        self._span = tracer.start_span(name, kind=SpanKind.CLIENT, attributes=known)

    async def run(self, sent: Awaitable[R]) -> R:
        """Await the call and return its result."""
        try:
            with as_current(self._span):
                result = await sent
        except BaseException as error:
            self.end(error=error)
            raise
        # A response, or a source of events, is still to be read.
        # Looked up in the class: no answer, of whatever type, has a method of that name.
        trace = getattr(type(result), "keep_traced", None)
        if trace is None:
            self.end(lambda: result)
        else:
            trace(result, self)
        return result

    @property
    def needs_content(self) -> bool:
        """Whether the span gets the content of the answer."""
        return is_captured()

    def retried(self, number: int) -> None:
        """Note a repetition, counted from 1."""
        with SAFELY:
            self._span.set_attribute(names.RESEND_COUNT, number)

    def chunks(self, count: int) -> None:
        """Note chunks that have just arrived, together."""
        now = self._now()
        for _ in range(count):
            self._waits.append(now - self._last)
            self._last = now

    def end(
        self, answer: Callable[[], object] = lambda: None, error: BaseException | None = None
    ) -> None:
        """End the span, once; `answer` returns what is known of the answer, if anything is."""
        if self._is_over:
            return
        self._is_over = True
        with SAFELY:
            known = answer()
            found = {}
            if is_model_or_dict(known):
                found = response_attributes(known)
            if self._waits:
                found[names.TIME_TO_FIRST_CHUNK] = self._waits[0]
            self._known.update(found)
            self._span.set_attributes(found)
        end_span(self._span, error)
        with SAFELY:
            self._record({} if error is None else {names.ERROR_TYPE: type(error).__qualname__})

    def _record(self, failed: Attributes) -> None:
        known, histograms = self._known, self._histograms
        shared = {name: known[name] for name in _SHARED if name in known}
        histograms[names.DURATION].record(self._now() - self._began, {**shared, **failed})
        for kind, name in (("input", names.INPUT_TOKENS), ("output", names.OUTPUT_TOKENS)):
            if name in known:
                usage = {**shared, names.TOKEN_TYPE: kind}
                histograms[names.TOKEN_USAGE].record(known[name], usage)
        for position, wait in enumerate(self._waits):
            metric = names.TIME_PER_CHUNK if position else names.TIME_TO_FIRST
            histograms[metric].record(wait, shared)
