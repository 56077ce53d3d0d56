"""Makes the events of `responses.stream` from those of the API.

Each event of the API comes as it is, but for more of a text and of arguments, which come with what
there is so far, and for the end, which comes with the parsed response.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .._answers.parsing import parse_so_far
from .accumulate import ResponseAccumulator
from .events import ResponseArgumentsSoFarEvent, ResponseDoneEvent, ResponseTextSoFarEvent

if TYPE_CHECKING:
    from apertis_client.models import Response, ResponseStreamEvent

    from .events import TypedResponseEvent
    from .parse import ResponseParser
    from .parsed import ParsedResponse

__all__ = ["ResponseEventBuilder"]

T = TypeVar("T")


class ResponseEventBuilder(Generic[T]):
    """Turns events of the API into those of `responses.stream`."""

    def __init__(self, parser: ResponseParser[T]) -> None:
        self._parser = parser
        self._accumulator = ResponseAccumulator()

    def add(self, event: ResponseStreamEvent) -> list[TypedResponseEvent[T]]:
        """Return the event for the next one."""
        grown = self._accumulator.add(event.to_dict())
        if event.type == "response.completed":
            return [ResponseDoneEvent(cast("Any", partial(self._parsed)))]
        if event.type == "response.output_text.delta" and grown is not None:
            index = event.output_index or 0
            until = grown.so_far()
            format_ = self._parser.format
            parsed = None if format_ is None else partial(parse_so_far, until, format_.unwrapped)
            return [
                ResponseTextSoFarEvent(
                    index, event.content_index or 0, event.delta or "", until, parsed
                )
            ]
        if event.type == "response.function_call_arguments.delta" and grown is not None:
            until = grown.so_far()
            index = event.output_index or 0
            return [
                ResponseArgumentsSoFarEvent(
                    index, event.delta or "", until, partial(parse_so_far, until)
                )
            ]
        return [cast("TypedResponseEvent[T]", event)]

    def end(self) -> list[TypedResponseEvent[T]]:
        """Return nothing: the end of a response is an event of its own."""
        return []

    def text(self, event: TypedResponseEvent[T]) -> str:
        """Return what an event adds to the text of the response."""
        return event.delta if isinstance(event, ResponseTextSoFarEvent) else ""

    def answer(self) -> Response:
        """Return what has arrived so far."""
        return self._accumulator.answer()

    def _parsed(self) -> ParsedResponse[T]:
        return self._parser.read(self.answer())
