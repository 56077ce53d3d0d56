"""What event streams have in common whose events say by their type what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from .._streaming.format import StreamFormat, TextReader
from .growing_text import GrowingText

__all__ = ["EventTextReader", "TypedEventFormat"]

Event = Mapping[str, Any]


class TypedEventFormat(StreamFormat):
    """The part of a format that is the same for all events that have a ``type``.

    An error is an event of its own, and there is one choice.

    Attributes:
        kinds: How the types begin that only events of this API have.
    """

    kinds: ClassVar[tuple[str, ...]]

    def may_fail(self, data: Event, name: bytes) -> bool:
        """Return whether data may be an error: by its name, or without the type of an event."""
        return name == b"error" or not self.is_event(data)

    def is_event(self, data: Event) -> bool:
        """Return whether data has a type that is not that of an error."""
        kind = data.get("type")
        return isinstance(kind, str) and not kind.endswith("error")

    def is_own(self, data: Event) -> bool:
        """Return whether data has the type of an event of this API."""
        return str(data.get("type")).startswith(self.kinds)

    def is_whole(
        self, events: Iterable[Event], *, has_end: bool, require_finish_reason: bool
    ) -> bool:
        """Return whether an event says why the answer ended, if that is required."""
        if has_end and not require_finish_reason:
            return next(iter(events), None) is not None
        return any(self.says_end(event, has_end=has_end) for event in events)

    def says_end(self, event: Event, *, has_end: bool) -> bool:
        """Return whether an event says why the answer ended, after all of its content."""
        raise NotImplementedError

    def text_of(self, event: Any) -> str | None:
        """Return the text that an event, a model, has, if any."""
        raise NotImplementedError

    def text_reader(self, choice: int, before: Iterable[Event]) -> TextReader:  # noqa: ARG002
        """Return what reads the text, which depends on no event before."""
        return EventTextReader(self.text_of)


class EventTextReader:
    """Reads the text of events, in whole characters."""

    def __init__(self, text_of: Callable[[Any], str | None]) -> None:
        self._text = GrowingText()
        self._text_of = text_of

    def add(self, event: Any) -> str:
        return self._text.add(self._text_of(event) or "")

    def end(self) -> str:
        return self._text.flush()
