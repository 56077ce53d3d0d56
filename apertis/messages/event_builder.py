"""Makes the events of `messages.stream` from those of the API.

Each event of the API comes as it is, but for the ends of blocks and of the message, which come with
what has ended. After a delta comes the event that says what it adds.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from apertis_client.models.citation import Citation
from apertis_client.models.content_block_stop_event import ContentBlockStopEvent
from apertis_client.models.message import Message
from apertis_client.models.message_start_event import MessageStartEvent
from apertis_client.models.message_stop_event import MessageStopEvent

from .._answers.event_builder import EventBuilder
from .._answers.parsing import parse_so_far
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
    from .events import TypedMessageEvent

__all__ = ["MessageEventBuilder"]

T = TypeVar("T")


class MessageEventBuilder(EventBuilder[T]):
    """Turns events of the API into those of `messages.stream`."""

    _accumulator_class = MessageAccumulator

    def add(self, event: MessageStreamEvent) -> list[TypedMessageEvent[T]]:
        block = self._accumulator.add(event.to_dict())
        if isinstance(event, MessageStopEvent):
            return [MessageDoneEvent(cast("Any", partial(self._parsed)))]
        if isinstance(event, ContentBlockStopEvent) and block is not None:
            return [*self._rest(block), self._ended(block)]
        events = [cast("TypedMessageEvent[T]", event)]
        if isinstance(event, MessageStartEvent):
            texts = [begun.texts.get("text") for begun in self._accumulator.blocks.values()]
            events += [self._text(text) for text in texts if text and text.added]
        if block is not None:
            events += self._added(event, block)
        return events

    def text(self, event: TypedMessageEvent[T]) -> str:
        """Return what an event adds to the text of the message."""
        return event.text if isinstance(event, TextEvent) else ""

    def _ended(self, block: BlockAccumulator) -> ContentBlockDoneEvent:
        (decoded,) = Message.from_dict({"content": [block.value()]}).content
        with suppress(ValueError):  # `MessageParser` raises it for the whole
            decoded = parse_block(decoded, self._parser.parse_arguments)
        return ContentBlockDoneEvent(block.index, cast("Any", decoded))

    def _added(
        self, event: MessageStreamEvent, block: BlockAccumulator
    ) -> Iterator[TypedMessageEvent[T]]:
        """Yield what an event adds to a block."""
        part: Any = getattr(event, "delta", None) or getattr(event, "content_block", None)
        kind = str(getattr(part, "type", None) or "text").removesuffix("_delta")
        if kind == "text" and getattr(part, "text", None):
            yield self._text(block.texts["text"])
        elif kind == "thinking" and part.thinking:
            yield _thinking(block.texts["thinking"])
        elif kind == "input_json" and part.partial_json is not None:
            grown = block.texts["input"]
            yield InputJSONEvent(grown.added, partial(parse_so_far, grown.so_far()))
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
        until = grown.so_far()
        return TextEvent(grown.added, until, self._parser.so_far(until))


def _thinking(grown: GrowingText) -> ThinkingEvent:
    return ThinkingEvent(grown.added, grown.so_far())
