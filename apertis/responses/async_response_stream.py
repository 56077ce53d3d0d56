# Generated from ../chat/async_completion_stream.py: change that module, then run `make generate`.
# Never edit this file.
"""The streams of events that `responses.stream` opens."""

from __future__ import annotations

from typing import Generic, TypeVar

from apertis_client.models import Response

from .._answers.async_event_stream import AsyncEventStream, AsyncEventStreamManager
from .event_builder import ResponseEventBuilder
from .events import TypedResponseEvent
from .parsed import ParsedResponse

__all__ = ["AsyncResponseStream", "AsyncResponseStreamManager"]

T = TypeVar("T")


class AsyncResponseStream(AsyncEventStream[TypedResponseEvent[T], ParsedResponse[T]], Generic[T]):
    """The events of a response, as they arrive.

    Iterate it, once. Use it as a context manager, or await `close`, where you may leave early: that
    closes the connection.

    Iterating raises what iterating an `AsyncStream` does. Where structured output was asked for, it
    ends with `LengthFinishReasonError`, `ContentFilterFinishReasonError` or `StructuredOutputError`
    if the output was cut or does not fit. That is after the last event, so that nothing of the
    response is lost: the error has all of it, including its usage.

    Attributes:
        response: The HTTP response, whose body is being read.
    """

    _builder_class = ResponseEventBuilder
    _final_method = "get_final_response"

    @property
    def current_response_snapshot(self) -> Response:
        """What has been iterated so far, accumulated into a response each time this is read."""
        response: Response = self._snapshot()
        return response

    async def get_final_response(self) -> ParsedResponse[T]:
        """Read the rest and return the whole, including what was iterated before."""
        return await self._get_final()


class AsyncResponseStreamManager(AsyncEventStreamManager[AsyncResponseStream[T]], Generic[T]):
    """A context manager that opens a stream of events when entered and closes it when left."""

    _method = "responses.stream"
    _stream_class = AsyncResponseStream
