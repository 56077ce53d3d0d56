"""The streams of events that `responses.stream` opens."""

from __future__ import annotations

from typing import Generic, TypeVar

from apertis_client._runtime.response import attach_headers
from apertis_client.models import Response, ResponseStreamEvent

from .._answers.async_event_stream import AsyncEventStream, AsyncEventStreamManager
from .._streaming.async_stream import AsyncStream
from .answer_form import ResponseOutput
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
    if the output was cut or does not fit, after the last event; the error has the whole response.

    Attributes:
        response: The HTTP response, whose body is being read.
    """

    _final_method = "get_final_response"

    def __init__(self, stream: AsyncStream[ResponseStreamEvent], output: ResponseOutput[T]) -> None:
        self._builder = ResponseEventBuilder(output)
        super().__init__(stream, self._builder, output)

    @property
    def current_response_snapshot(self) -> Response:
        """What has been iterated so far, accumulated into a response each time this is read."""
        response = self._builder.response()
        attach_headers(response, self.headers)
        return response

    async def get_final_response(self) -> ParsedResponse[T]:
        """Read the rest and return the whole, including what was iterated before."""
        return await self._get_final()

    async def get_final_text(self) -> str:
        """Read the rest and return the text of all messages."""
        return (await self._get_final()).output_text


class AsyncResponseStreamManager(AsyncEventStreamManager[AsyncResponseStream[T]], Generic[T]):
    """A context manager that opens a stream of events when entered and closes it when left."""

    _method = "responses.stream"
    _stream_class = AsyncResponseStream
