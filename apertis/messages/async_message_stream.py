"""The streams of events that `messages.stream` opens."""

from __future__ import annotations

from typing import Generic, TypeVar

from apertis_client._runtime.response import attach_headers
from apertis_client.models import Message, MessageStreamEvent

from .._answers.async_event_stream import AsyncEventStream, AsyncEventStreamManager
from .._streaming.async_stream import AsyncStream
from .answer_form import MessageOutput
from .event_builder import MessageEventBuilder
from .events import TypedMessageEvent
from .parse import message_text
from .parsed import ParsedMessage

__all__ = ["AsyncMessageStream", "AsyncMessageStreamManager"]

T = TypeVar("T")


class AsyncMessageStream(AsyncEventStream[TypedMessageEvent[T], ParsedMessage[T]], Generic[T]):
    """The events of a message, as they arrive.

    Iterate it, once. Use it as a context manager, or await `close`, where you may leave early: that
    closes the connection.

    Iterating raises what iterating an `AsyncStream` does. Where structured output was asked for, it
    ends with `LengthFinishReasonError` or `StructuredOutputError` if the output was cut or does not
    fit, after the last event; the error has the whole message.

    Attributes:
        response: The HTTP response, whose body is being read.
    """

    _final_method = "get_final_message"

    def __init__(self, stream: AsyncStream[MessageStreamEvent], output: MessageOutput[T]) -> None:
        self._builder = MessageEventBuilder(output)
        super().__init__(stream, self._builder, output)

    @property
    def current_message_snapshot(self) -> Message:
        """What has been iterated so far, accumulated into a message each time this is read."""
        message = self._builder.message()
        attach_headers(message, self.headers)
        return message

    async def get_final_message(self) -> ParsedMessage[T]:
        """Read the rest and return the whole, including what was iterated before."""
        return await self._get_final()

    async def get_final_text(self) -> str:
        """Read the rest and return the text of all text blocks, one after the other."""
        return message_text(await self._get_final())


class AsyncMessageStreamManager(AsyncEventStreamManager[AsyncMessageStream[T]], Generic[T]):
    """A context manager that opens a stream of events when entered and closes it when left."""

    _method = "messages.stream"
    _stream_class = AsyncMessageStream
