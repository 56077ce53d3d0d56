"""The streams of events that `chat.completions.stream` opens."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Generic, Never, Self, TypeVar

from apertis_client._runtime.response import ResponseHeaders, attach_headers
from apertis_client.models.chat_completion import ChatCompletion
from apertis_client.models.chat_completion_chunk import ChatCompletionChunk

from .._streaming.async_stream import AsyncStream
from .._streaming.stream import read_again
from .event_builder import EventBuilder
from .events import ChatCompletionStreamEvent, ContentDeltaEvent
from .parse import ArgumentsParser, OutputFormat, parse_completion
from .parsed import ParsedChatCompletion
from .text import content_text

__all__ = ["AsyncChatCompletionStream", "AsyncChatCompletionStreamManager"]

T = TypeVar("T")


class AsyncChatCompletionStream(ResponseHeaders, Generic[T]):
    """The events of a completion, as they arrive.

    Iterate it, once. Use it as a context manager, or await `close`, where you may leave early: that
    closes the connection.

    Iterating raises what iterating an `AsyncStream` does. Where structured output was asked for, it
    ends with `LengthFinishReasonError`, `ContentFilterFinishReasonError` or `StructuredOutputError`
    if the output was cut or does not fit. That is after the last event, so that nothing of the
    completion is lost: the error has all of it, including its usage.

    Attributes:
        response: The HTTP response, whose body is being read.
    """

    def __init__(
        self,
        stream: AsyncStream[ChatCompletionChunk],
        response_format: OutputFormat[T] | None = None,
        parsers: Mapping[str, ArgumentsParser] | None = None,
    ) -> None:
        self.response = stream.response
        self._stream = stream
        self._format = response_format
        self._parsers = parsers or {}
        self._builder = EventBuilder(response_format, parsers)
        self._events: deque[ChatCompletionStreamEvent[T]] = deque()
        self._final: ParsedChatCompletion[T] | None = None
        self._is_over = False  # nothing is left to iterate
        self._has_ended = False
        # Without a format and parsers there is nothing to check.
        self._is_checked = response_format is None and not parsers

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response, looked up without regard to case."""
        return self.response.headers

    @property
    def current_completion_snapshot(self) -> ChatCompletion:
        """What has been iterated so far, accumulated into a completion each time this is read."""
        completion = self._builder.completion()
        attach_headers(completion, self.headers)
        return completion

    def __repr__(self) -> str:
        return f"<{type(self).__name__}, {'ended' if self._has_ended else 'open'}>"

    def __aiter__(self) -> AsyncIterator[ChatCompletionStreamEvent[T]]:
        if self._is_over:
            raise read_again()
        return self

    async def __anext__(self) -> ChatCompletionStreamEvent[T]:
        while not self._events:
            chunk = await anext(self._stream, None)
            if chunk is not None:
                self._events.extend(self._builder.add(chunk))
            elif not self._has_ended:
                self._has_ended = True
                self._events.extend(self._builder.end())
            else:
                if not self._is_checked:
                    self._parsed(await self._stream.get_final_completion())
                self._is_over = True
                raise StopAsyncIteration
        return self._events.popleft()

    @property
    def text_stream(self) -> AsyncIterator[str]:
        """The text of the first choice, as it arrives, and nothing else."""
        return (
            event.delta
            async for event in self
            if isinstance(event, ContentDeltaEvent) and event.choice == 0 and event.delta
        )

    async def until_done(self) -> Self:
        """Read the rest, and return the stream."""
        while await anext(self, None) is not None:
            pass
        return self

    async def get_final_completion(self) -> ParsedChatCompletion[T]:
        """Read the rest and return the whole, including what was iterated before."""
        await self.until_done()
        return self._final or self._parsed(await self._stream.get_final_completion())

    async def get_final_text(self) -> str:
        """Read the rest and return the whole text of the first choice."""
        for choice in (await self.get_final_completion()).choices or ():
            return content_text(getattr(choice.message, "content", None)) or ""
        return ""

    async def close(self) -> None:
        """Stop reading. A stream that is not at its end closes its connection."""
        self._events.clear()
        self._has_ended = self._is_over = True
        self._is_checked = True  # what was not read cannot be checked
        await self._stream.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()

    def _parsed(self, completion: ChatCompletion) -> ParsedChatCompletion[T]:
        self._final = parse_completion(completion, self._format, self._parsers)
        self._is_checked = True
        return self._final


class AsyncChatCompletionStreamManager(Generic[T]):
    """A context manager that opens a stream of events when entered and closes it when left."""

    def __init__(
        self,
        open: Callable[[], Awaitable[AsyncStream[ChatCompletionChunk]]],
        response_format: OutputFormat[T] | None = None,
        parsers: Mapping[str, ArgumentsParser] | None = None,
    ) -> None:
        self._open = open
        self._format = response_format
        self._parsers = parsers

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: enter it to get the stream>"

    if not TYPE_CHECKING:  # a type checker would take it for something to iterate

        def __aiter__(self) -> Never:
            keyword = "async with" if type(self).__name__.startswith("Async") else "with"
            written = f"{keyword} client.chat.completions.stream(...) as stream:"
            raise TypeError(f"write `{written}` first")

    async def __aenter__(self) -> AsyncChatCompletionStream[T]:
        self._stream = AsyncChatCompletionStream(await self._open(), self._format, self._parsers)
        return self._stream

    async def __aexit__(self, *exception: object) -> None:
        await self._stream.close()
