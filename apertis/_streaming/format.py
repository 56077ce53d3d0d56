"""The `StreamFormat`: what is particular to the event stream of one endpoint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, Protocol, TypeVar

from apertis_client._runtime.json_object import JSONObject

__all__ = ["ENDED_FORMAT", "JSON_FORMAT", "StreamFormat", "TextReader"]

A_co = TypeVar("A_co", bound=JSONObject, covariant=True)


class StreamFormat(Protocol[A_co]):
    """What the events of an endpoint mean. Events are decoded JSON objects here.

    Attributes:
        member: The member by which data is known to be an event, unless it is an error.
        final: The method of a stream that returns what its events add up to; empty without one.
    """

    @property
    def member(self) -> str: ...
    @property
    def final(self) -> str: ...

    def may_fail(self, data: Mapping[str, Any], name: bytes) -> bool:
        """Return whether data may be an error, or have a fault inside.

        Args:
            data: The data of an event, without a member of `ERROR_MEMBERS`.
            name: The name of the event.
        """
        ...

    def is_event(self, data: Mapping[str, Any]) -> bool:
        """Return whether data is an event of the stream, whatever message it has beside."""
        ...

    def is_own(self, data: Mapping[str, Any]) -> bool:
        """Return whether data is an event of this API, rather than of another."""
        ...

    def fault_in(self, event: Mapping[str, Any]) -> Mapping[str, Any] | str | None:
        """Return the error body that an event has inside, or in words what cannot be read of it."""
        ...

    def has_part(self, event: Mapping[str, Any]) -> bool:
        """Return whether an event with an error has a part of the answer beside it."""
        ...

    def to_events(self, answer: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
        """Return the events that say the same as a plain response."""
        ...

    def accumulate(self, events: Iterable[Mapping[str, Any]]) -> A_co | None:
        """Return the response that events add up to; None if there are no events."""
        ...

    def is_whole(
        self,
        events: Iterable[Mapping[str, Any]],
        *,
        has_end: bool,
        require_finish_reason: bool,
    ) -> bool:
        """Return whether events, the last one first, prove that nothing is missing.

        Args:
            events: What has been received, in reverse.
            has_end: Whether the event came that ends the stream.
            require_finish_reason: Whether that event alone proves nothing.
        """
        ...

    def text_reader(self, choice: int, before: Iterable[Mapping[str, Any]]) -> TextReader:
        """Return what reads the text of a choice; the events of `before` were read already."""
        ...


class TextReader(Protocol):
    """Reads the text that the events of a stream add."""

    def add(self, event: Any) -> str:
        """Return the text that the next event, a model, adds; empty where it adds none."""
        ...

    def end(self) -> str:
        """Return the text that the end of the stream adds."""
        ...


class _JSONStreamFormat:
    """The `StreamFormat` of an endpoint of which nothing is known: any object is an event."""

    member = "type"  # as most events that differ in kind have it
    final = ""

    def may_fail(self, data: Mapping[str, Any], name: bytes) -> bool:  # noqa: ARG002
        return True

    def is_event(self, data: Mapping[str, Any]) -> bool:  # noqa: ARG002
        return True

    is_own = is_event

    def fault_in(self, event: Mapping[str, Any]) -> None:
        pass

    def has_part(self, event: Mapping[str, Any]) -> bool:  # noqa: ARG002
        return False

    def to_events(self, answer: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
        return [answer]

    def accumulate(self, events: Iterable[Mapping[str, Any]]) -> None:
        pass

    def is_whole(
        self,
        events: Iterable[Mapping[str, Any]],
        *,
        has_end: bool,
        require_finish_reason: bool,  # noqa: ARG002
    ) -> bool:
        return has_end or any(True for _ in events)

    def text_reader(self, choice: int, before: object) -> TextReader:  # noqa: ARG002
        raise TypeError("the events of this endpoint are not known to have text; iterate them")


class _EndedStreamFormat(_JSONStreamFormat):
    """The same where it is known which event ends a stream, and nothing else."""

    def is_whole(
        self,
        events: Iterable[Mapping[str, Any]],  # noqa: ARG002
        *,
        has_end: bool,
        require_finish_reason: bool,  # noqa: ARG002
    ) -> bool:
        return has_end


JSON_FORMAT: Final = _JSONStreamFormat()
ENDED_FORMAT: Final = _EndedStreamFormat()
