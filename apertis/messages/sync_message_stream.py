# Generated from async_message_stream.py: change that module, then run `make generate`.
# Never edit this file.
"""The streams of events that `messages.stream` opens."""

from __future__ import annotations

from typing import Generic, TypeVar

from apertis_client._runtime.response import attach_headers
from apertis_client.models import Message, MessageStreamEvent

from .._answers.sync_event_stream import EventStream, EventStreamManager
from .._streaming.sync_stream import Stream
from .answer_form import MessageOutput
from .event_builder import MessageEventBuilder
from .events import TypedMessageEvent
from .parse import message_text
from .parsed import ParsedMessage

__all__ = ["MessageStream", "MessageStreamManager"]

T = TypeVar("T")


class MessageStream(EventStream[TypedMessageEvent[T], ParsedMessage[T]], Generic[T]):
    """The events of a message, as they arrive.

    Iterate it, once. Use it as a context manager, or call `close`, where you may leave early: that
    closes the connection.

    Iterating raises what iterating a `Stream` does. Where structured output was asked for, it
    ends with `LengthFinishReasonError` or `StructuredOutputError` if the output was cut or does not
    fit, after the last event; the error has the whole message.

    Attributes:
        response: The HTTP response, whose body is being read.
    """

    _final_method = "get_final_message"

    def __init__(self, stream: Stream[MessageStreamEvent], output: MessageOutput[T]) -> None:
        self._builder = MessageEventBuilder(output)
        super().__init__(stream, self._builder, output)

    @property
    def current_message_snapshot(self) -> Message:
        """What has been iterated so far, accumulated into a message each time this is read."""
        message = self._builder.message()
        attach_headers(message, self.headers)
        return message

    def get_final_message(self) -> ParsedMessage[T]:
        """Read the rest and return the whole, including what was iterated before."""
        return self._get_final()

    def get_final_text(self) -> str:
        """Read the rest and return the text of all text blocks, one after the other."""
        return message_text(self._get_final())


class MessageStreamManager(EventStreamManager[MessageStream[T]], Generic[T]):
    """A context manager that opens a stream of events when entered and closes it when left."""

    _method = "messages.stream"
    _stream_class = MessageStream
