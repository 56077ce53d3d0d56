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
    from collections.abc import Iterator

    from apertis_client.models import Response, ResponseStreamEvent

    from .._answers.growing_text import GrowingText
    from .answer_form import ResponseOutput
    from .events import TypedResponseEvent
    from .parsed import ParsedResponse

__all__ = ["ResponseEventBuilder"]

T = TypeVar("T")


class ResponseEventBuilder(Generic[T]):
    """Turns events of the API into those of `responses.stream`."""

    def __init__(self, output: ResponseOutput[T]) -> None:
        self._output = output
        self._accumulator = ResponseAccumulator()
        # Where the last piece of a text belongs, and that text.
        self._last: tuple[int, int, GrowingText] | None = None

    def add(self, event: ResponseStreamEvent) -> list[TypedResponseEvent[T]]:
        """Return the events for the next one."""
        grown = self._accumulator.add(event.to_dict())
        if event.type == "response.output_text.delta" and grown is not None:
            self._last = (event.output_index or 0, event.content_index or 0, grown)
            return [self._text(grown.added)]
        return [*self._rest(), self._other(event, grown)]

    def end(self) -> list[TypedResponseEvent[T]]:
        """Return nothing: the end of a response is an event of its own."""
        return []

    def text(self, event: TypedResponseEvent[T]) -> str:
        """Return what an event adds to the text of the response."""
        return event.delta if isinstance(event, ResponseTextSoFarEvent) else ""

    def response(self) -> Response:
        """Return what has arrived so far."""
        return self._accumulator.response()

    def _other(
        self, event: ResponseStreamEvent, grown: GrowingText | None
    ) -> TypedResponseEvent[T]:
        if event.type == "response.completed":
            return ResponseDoneEvent(cast("Any", partial(self._parsed)))
        if event.type == "response.function_call_arguments.delta" and grown is not None:
            until = _until(grown)
            index = event.output_index or 0
            return ResponseArgumentsSoFarEvent(
                index, grown.added, until, partial(parse_so_far, until)
            )
        return cast("TypedResponseEvent[T]", event)

    def _rest(self) -> Iterator[TypedResponseEvent[T]]:
        """Yield half a character that came last in a text."""
        if self._last is not None and (half := self._last[-1].flush()):
            yield self._text(half)

    def _text(self, added: str) -> ResponseTextSoFarEvent:
        index, content_index, grown = cast("tuple[int, int, GrowingText]", self._last)
        until, format_ = _until(grown), self._output.format
        parsed = None if format_ is None else partial(parse_so_far, until, format_.unwrapped)
        return ResponseTextSoFarEvent(index, content_index, added, until, parsed)

    def _parsed(self) -> ParsedResponse[T]:
        return self._output.read(self.response())


def _until(text: GrowingText) -> Any:
    """Return what gives a text as it is now."""
    return partial(text.until, text.length)
