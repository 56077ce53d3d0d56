# Generated from async_completion_stream.py: change that module, then run `make generate`.
# Never edit this file.
"""The streams of events that `chat.completions.stream` opens."""

from __future__ import annotations

from typing import Generic, TypeVar

from apertis_client.models import ChatCompletion

from .._answers.sync_event_stream import EventStream, EventStreamManager
from .event_builder import CompletionEventBuilder
from .events import ChatCompletionStreamEvent
from .parsed import ParsedChatCompletion

__all__ = ["ChatCompletionStream", "ChatCompletionStreamManager"]

T = TypeVar("T")


class ChatCompletionStream(
    EventStream[ChatCompletionStreamEvent[T], ParsedChatCompletion[T]], Generic[T]
):
    """The events of a completion, as they arrive.

    Iterate it, once. Use it as a context manager, or call `close`, where you may leave early: that
    closes the connection.

    Iterating raises what iterating a `Stream` does. Where structured output was asked for, it
    ends with `LengthFinishReasonError`, `ContentFilterFinishReasonError` or `StructuredOutputError`
    if the output was cut or does not fit. That is after the last event, so that nothing of the
    completion is lost: the error has all of it, including its usage.

    Attributes:
        response: The HTTP response, whose body is being read.
    """

    _builder_class = CompletionEventBuilder
    _final_method = "get_final_completion"

    @property
    def current_completion_snapshot(self) -> ChatCompletion:
        """What has been iterated so far, accumulated into a completion each time this is read."""
        completion: ChatCompletion = self._snapshot()
        return completion

    def get_final_completion(self) -> ParsedChatCompletion[T]:
        """Read the rest and return the whole, including what was iterated before."""
        return self._get_final()


class ChatCompletionStreamManager(EventStreamManager[ChatCompletionStream[T]], Generic[T]):
    """A context manager that opens a stream of events when entered and closes it when left."""

    _method = "chat.completions.stream"
    _stream_class = ChatCompletionStream
