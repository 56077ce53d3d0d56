"""The events of `messages.stream`: those of the API, and what they add up to."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, Literal, TypeAlias, TypeVar

from apertis_client.models import Citation
from apertis_client.models.content_block_delta_event import ContentBlockDeltaEvent
from apertis_client.models.content_block_start_event import ContentBlockStartEvent
from apertis_client.models.message_delta_event import MessageDeltaEvent
from apertis_client.models.message_start_event import MessageStartEvent
from apertis_client.models.other_message_stream_event import OtherMessageStreamEvent

from .._answers.event import Event, event
from .parsed import ParsedContentBlock, ParsedMessage

__all__ = [
    "CitationEvent",
    "ContentBlockDoneEvent",
    "InputJSONEvent",
    "MessageDoneEvent",
    "SignatureEvent",
    "TextEvent",
    "ThinkingEvent",
    "TypedMessageEvent",
]

T = TypeVar("T")


@event("snapshot", "parsed")
class TextEvent(Event):
    """More of the text of a block has come.

    Attributes:
        text: The new text.
        snapshot: The text of the block up to this.
        parsed: That text as JSON, where a `response_format` was given. None where there is no value
            yet, or no valid JSON. Parsed at each reading.
    """

    type: ClassVar[Literal["text"]] = "text"

    text: str
    snapshot: str
    parsed: Any = None


@event("snapshot")
class InputJSONEvent(Event):
    """More of the input of a tool has come.

    Attributes:
        partial_json: The new JSON text.
        snapshot: What the text up to this says, with unfinished strings; None where it says
            nothing yet. Parsed at each reading, which needs ``apertis[pydantic]``.
    """

    type: ClassVar[Literal["input_json"]] = "input_json"

    partial_json: str
    snapshot: Any


@event("snapshot")
class ThinkingEvent(Event):
    """More of what the model thinks has come.

    Attributes:
        thinking: The new thoughts.
        snapshot: The thoughts of the block up to this.
    """

    type: ClassVar[Literal["thinking"]] = "thinking"

    thinking: str
    snapshot: str


@event()
class SignatureEvent(Event):
    """The signature of what the model thought has come.

    Attributes:
        signature: The signature.
    """

    type: ClassVar[Literal["signature"]] = "signature"

    signature: str


@event()
class CitationEvent(Event):
    """A citation of the text of a block has come.

    Attributes:
        citation: The citation.
        snapshot: All citations of the block up to this.
    """

    type: ClassVar[Literal["citation"]] = "citation"

    citation: Citation
    snapshot: list[Citation]


@event()
class ContentBlockDoneEvent(Event):
    """A block is complete.

    Attributes:
        index: Which block of the message it is, counted from 0.
        content_block: The block.
    """

    type: ClassVar[Literal["content_block_stop"]] = "content_block_stop"

    index: int
    content_block: ParsedContentBlock


@event("message")
class MessageDoneEvent(Event, Generic[T]):
    """The message is complete.

    Attributes:
        message: The message, parsed when this is first read. Raises as `messages.parse` where it
            does not fit what was asked for.
    """

    type: ClassVar[Literal["message_stop"]] = "message_stop"

    message: ParsedMessage[T]


TypedMessageEvent: TypeAlias = (
    MessageStartEvent
    | ContentBlockStartEvent
    | ContentBlockDeltaEvent
    | TextEvent
    | InputJSONEvent
    | ThinkingEvent
    | SignatureEvent
    | CitationEvent
    | ContentBlockDoneEvent
    | MessageDeltaEvent
    | MessageDoneEvent[T]
    | OtherMessageStreamEvent
)
"""An event of `messages.stream`; its `type` tells which."""
