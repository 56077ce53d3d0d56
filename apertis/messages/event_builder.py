"""Makes the events of `messages.stream` from those of the API.

Each event of the API comes as it is, but for the ends of blocks and of the message, which come with
what has ended. After a delta comes the event that says what it adds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from apertis_client.models.citation import Citation
from apertis_client.models.content_block_stop_event import ContentBlockStopEvent
from apertis_client.models.message import Message
from apertis_client.models.message_stop_event import MessageStopEvent

from .._answers.parsing import parse_partial
from .accumulate import MessageAccumulator
from .events import (
    CitationEvent,
    ContentBlockDoneEvent,
    InputJSONEvent,
    MessageDoneEvent,
    SignatureEvent,
    TextEvent,
    ThinkingEvent,
)
from .parse import parse_block

if TYPE_CHECKING:
    from apertis_client.models import MessageStreamEvent

    from .._answers.growing_text import GrowingText
    from .accumulate import BlockAccumulator
    from .answer_form import MessageOutput
    from .events import TypedMessageEvent
    from .parsed import ParsedMessage

__all__ = ["MessageEventBuilder"]

T = TypeVar("T")


class MessageEventBuilder(Generic[T]):
    """Turns events of the API into those of `messages.stream`."""

    def __init__(self, output: MessageOutput[T]) -> None:
        self._output = output
        self._accumulator = MessageAccumulator()

    def add(self, event: MessageStreamEvent) -> list[TypedMessageEvent[T]]:
        """Return the events of the next event."""
        block = self._accumulator.add(event.to_dict())
        if isinstance(event, MessageStopEvent):
            return [MessageDoneEvent(cast("Any", partial(self._parsed)))]
        if isinstance(event, ContentBlockStopEvent) and block is not None:
            return [*self._rest(block), self._ended(block)]
        events = [cast("TypedMessageEvent[T]", event)]
        if block is not None:
            events += self._added(event, block)
        return events

    def end(self) -> list[TypedMessageEvent[T]]:
        """Return nothing: the end of a message is an event of its own."""
        return []

    def text(self, event: TypedMessageEvent[T]) -> str:
        """Return what an event adds to the text of the message."""
        return event.text if isinstance(event, TextEvent) else ""

    def message(self) -> Message:
        """Return what has arrived so far."""
        return self._accumulator.message()

    def _parsed(self) -> ParsedMessage[T]:
        return self._output.read(self.message())

    def _ended(self, block: BlockAccumulator) -> ContentBlockDoneEvent:
        (decoded,) = Message.from_dict({"content": [block.value()]}).content
        with suppress(ValueError):  # `parse_message` raises it for the whole
            decoded = parse_block(decoded, self._output.parsers)
        return ContentBlockDoneEvent(block.index, cast("Any", decoded))

    def _added(
        self, event: MessageStreamEvent, block: BlockAccumulator
    ) -> Iterator[TypedMessageEvent[T]]:
        """Yield what an event adds to a block."""
        part: Any = getattr(event, "delta", None) or getattr(event, "content_block", None)
        kind = str(getattr(part, "type", None)).removesuffix("_delta")
        if kind == "text" and part.text:
            yield self._text(block.texts["text"])
        elif kind == "thinking" and part.thinking:
            yield _thinking(block.texts["thinking"])
        elif kind == "input_json" and part.partial_json is not None:
            text = _until(block.texts["input"])
            read: Any = partial(lambda: parse_partial(text()))
            yield InputJSONEvent(block.texts["input"].added, read)
        elif kind == "signature":
            yield SignatureEvent(part.signature or "")
        elif kind == "citations" and part.citation is not None:
            # From copies, since the accumulator has the originals.
            snapshot = [Citation.from_dict(each) for each in block.citations]
            yield CitationEvent(part.citation, snapshot)

    def _rest(self, block: BlockAccumulator) -> Iterator[TypedMessageEvent[T]]:
        """Yield half a character that came last in a block."""
        for name, grown in block.texts.items():
            grown.added = grown.flush()
            if grown.added and name == "text":
                yield self._text(grown)
            elif grown.added and name == "thinking":
                yield _thinking(grown)

    def _text(self, grown: GrowingText) -> TextEvent:
        until = _until(grown)
        unwrap = None if self._output.format is None else self._output.format.unwrapped
        parsed = None if unwrap is None else partial(lambda: _unwrapped(unwrap, until()))
        return TextEvent(grown.added, cast("Any", until), parsed)


def _thinking(grown: GrowingText) -> ThinkingEvent:
    return ThinkingEvent(grown.added, cast("Any", _until(grown)))


def _until(text: GrowingText) -> partial[str]:
    """Return what gives a text as it is now."""
    return partial(text.until, text.length)


def _unwrapped(unwrap: Callable[[Any], Any], text: str) -> Any:
    value = parse_partial(text)
    return None if value is None else unwrap(value)
