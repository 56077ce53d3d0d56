"""The `StreamFormat`: what is particular to the event stream of one endpoint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final, Protocol

__all__ = ["ENDED_FORMAT", "JSON_FORMAT", "Accumulator", "StreamFormat", "TextReader"]

Event = Mapping[str, Any]


class Accumulator(Protocol):
    """An incomplete answer."""

    def add(self, event: Event, /) -> object:
        """Add the next event."""
        ...

    def answer(self) -> Any:
        """Return what has been accumulated so far."""
        ...


class StreamFormat:
    """What the events of an endpoint mean; events are decoded JSON objects here.

    As it is, it is that of an endpoint of which nothing is known: any object is an event.

    Attributes:
        member: The member by which data is known to be an event, unless it is an error.
        final: The method of a stream that returns what its events add up to; empty without one.
        accumulator: Accumulates the answer; None where it is not known how.
    """

    member: ClassVar[str] = "type"  # as most events that differ in kind have it
    final: ClassVar[str] = ""
    accumulator: ClassVar[type[Accumulator] | None] = None

    def may_fail(self, data: Event, name: bytes) -> bool:  # noqa: ARG002
        """Return whether data may be an error, or have a fault inside.

        Args:
            data: The data of an event, without a member of `ERROR_MEMBERS`.
            name: The name of the event.
        """
        return True

    def is_event(self, data: Event) -> bool:  # noqa: ARG002
        """Return whether data is an event of the stream, whatever message it has beside."""
        return True

    def is_own(self, data: Event) -> bool:  # noqa: ARG002
        """Return whether data is an event of this API, rather than of another."""
        return True

    def fault_in(self, event: Event) -> Event | str | None:  # noqa: ARG002
        """Return the error body that an event has inside, or in words what cannot be read of it."""
        return None

    def has_part(self, event: Event) -> bool:  # noqa: ARG002
        """Return whether an event with an error has a part of the answer beside it."""
        return False

    def to_events(self, answer: Event) -> Iterable[Event]:
        """Return the events that say the same as a plain response."""
        return [answer]

    def accumulate(self, events: Iterable[Event]) -> Any:
        """Return the response that events add up to; None if there are no events."""
        accumulator: Accumulator | None = None
        if self.accumulator is not None:
            for event in events:
                accumulator = accumulator or self.accumulator()
                accumulator.add(event)
        return None if accumulator is None else accumulator.answer()

    def is_whole(
        self,
        events: Iterable[Event],
        *,
        has_end: bool,
        require_finish_reason: bool,  # noqa: ARG002
    ) -> bool:
        """Return whether events, the last one first, prove that nothing is missing.

        Args:
            events: What has been received, in reverse.
            has_end: Whether the event came that ends the stream.
            require_finish_reason: Whether that event alone proves nothing.
        """
        return has_end or any(True for _ in events)

    def text_reader(self, choice: int, before: Iterable[Event]) -> TextReader:  # noqa: ARG002
        """Return what reads the text of a choice; the events of `before` were read already."""
        raise TypeError("the events of this endpoint are not known to have text; iterate them")


class _EndedStreamFormat(StreamFormat):
    """The same where it is known which event ends a stream, and nothing else."""

    def is_whole(
        self,
        events: Iterable[Event],  # noqa: ARG002
        *,
        has_end: bool,
        require_finish_reason: bool,  # noqa: ARG002
    ) -> bool:
        """Return whether that event has come."""
        return has_end


class TextReader(Protocol):
    """Reads the text that the events of a stream add."""

    def add(self, event: Any, /) -> str:
        """Return the text that the next event, a model, adds; empty where it adds none."""
        ...

    def end(self) -> str:
        """Return the text that the end of the stream adds."""
        ...


JSON_FORMAT: Final = StreamFormat()
ENDED_FORMAT: Final = _EndedStreamFormat()
