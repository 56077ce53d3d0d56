"""Makes the events of `responses.stream` from those of the API.

Each event of the API comes as it is, but for more of a text and of arguments, which come with what
there is so far, and for the end, which comes with the parsed response.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .._answers.event_builder import EventBuilder
from .._answers.growing_text import GrowingText
from .._answers.parsing import parse_so_far
from .accumulate import ResponseAccumulator
from .events import ResponseArgumentsSoFarEvent, ResponseDoneEvent, ResponseTextSoFarEvent
from .text import NewText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apertis_client.models import ResponseStreamEvent

    from .events import TypedResponseEvent
    from .parse import ResponseParser

__all__ = ["ResponseEventBuilder"]

T = TypeVar("T")


class ResponseEventBuilder(EventBuilder[T]):
    """Turns events of the API into those of `responses.stream`."""

    _accumulator_class = ResponseAccumulator

    def __init__(self, parser: ResponseParser[T]) -> None:
        super().__init__(parser)
        # Where the last piece of a text belongs, and that text.
        self._last: tuple[int, int, GrowingText] | None = None
        self._new = NewText()

    def add(self, event: ResponseStreamEvent) -> list[TypedResponseEvent[T]]:
        grown = self._accumulator.add(event.to_dict())
        text = self._new.of(event)
        if event.type == "response.output_text.delta" and grown is not None:
            self._last = (event.output_index or 0, event.content_index or 0, grown)
            return [self._text(grown.added)]
        events = [*self._rest()]
        if text:  # as a whole, without deltas or after some of them
            whole = GrowingText(self._new.whole)
            self._last = (event.get("output_index") or 0, event.get("content_index") or 0, whole)
            events.append(self._text(text))
        return [*events, self._other(event, grown)]

    def text(self, event: TypedResponseEvent[T]) -> str:
        """Return what an event adds to the text of the response."""
        return event.delta if isinstance(event, ResponseTextSoFarEvent) else ""

    def _other(
        self, event: ResponseStreamEvent, grown: GrowingText | None
    ) -> TypedResponseEvent[T]:
        if event.type == "response.completed":
            return ResponseDoneEvent(cast("Any", partial(self._parsed)))
        if event.type == "response.function_call_arguments.delta" and grown is not None:
            until, index = grown.so_far(), event.output_index or 0
            parsed = partial(parse_so_far, until)
            return ResponseArgumentsSoFarEvent(index, grown.added, until, parsed)
        return cast("TypedResponseEvent[T]", event)

    def _rest(self) -> Iterator[TypedResponseEvent[T]]:
        """Yield half a character that came last in a text."""
        if self._last is not None and (half := self._last[-1].flush()):
            yield self._text(half)

    def _text(self, added: str) -> ResponseTextSoFarEvent:
        index, content_index, grown = cast("tuple[int, int, GrowingText]", self._last)
        until = grown.so_far()
        parsed = self._parser.so_far(until)
        return ResponseTextSoFarEvent(index, content_index, added, until, parsed)
