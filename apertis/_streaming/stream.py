"""The stream classes that an application sees, sync and async, for any endpoint."""

from __future__ import annotations

import warnings
from collections.abc import AsyncIterator, Iterator, Mapping
from operator import length_hint
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from apertis_client._runtime.json_object import JSONObject
from apertis_client._runtime.response import ResponseHeaders, attach_headers

from .._transport.run_sync import run_sync

if TYPE_CHECKING:
    import httpx

    from apertis_client.models.chat_completion import ChatCompletion

    from .format import TextReader
    from .source import EventSource

__all__ = ["AsyncStream", "Stream"]

E = TypeVar("E", bound=JSONObject)


class _Stream(ResponseHeaders, Generic[E]):
    """What a stream knows, sync or async."""

    def __init__(self, source: EventSource[E]) -> None:
        self._source = source
        self._batch: Iterator[E] = iter(())

    @property
    def response(self) -> httpx.Response:
        """The HTTP response, whose body is being read."""
        return self._source.response.httpx

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response, looked up without regard to case."""
        return self.response.headers

    def _text_reader(self) -> TextReader:
        # These events have been received, but not handed over.
        waiting = length_hint(self._batch) + self._source.peeked
        return self._source.reader.text_reader(but_last=waiting)

    def _completion(self) -> ChatCompletion:
        reader = self._source.reader
        completion = reader.received()
        if completion is None:
            raise reader.truncated("the stream was empty")
        if not reader.is_whole():
            raise reader.truncated("the stream was closed before its end")
        attach_headers(completion, self.headers)
        return completion

    def __repr__(self) -> str:
        return f"<{type(self).__name__}, {'ended' if self._source.ended else 'open'}>"

    def __del__(self) -> None:
        # This may run while any lock is held, so nothing is closed here.
        source = getattr(self, "_source", None)
        if source is not None and not source.ended:
            source.abandon()
            warnings.warn(
                f"{type(self).__name__} was never closed",
                ResourceWarning,
                source=self,
                stacklevel=2,
            )


class Stream(_Stream[E]):
    """The events of a response, as they arrive.

    Iterate it, once. Use it as a context manager, or call `close`, where you may leave early: that
    closes the connection. A stream that was read to its end keeps its connection open.

    Iterating raises `APIStreamError` where the stream breaks, ends early or carries an error, and
    `APITimeoutError` where it is silent for too long; both have what had arrived as `partial`.
    """

    def __iter__(self) -> Iterator[E]:
        return self

    def __next__(self) -> E:
        while True:
            for event in self._batch:
                return event
            batch = run_sync(self._source.next_batch())
            if batch is None:
                raise StopIteration
            self._batch = iter(batch)

    def text_deltas(self) -> Iterator[str]:
        """Yield the text of the first choice, as it arrives, and nothing else."""
        reader = self._text_reader()
        for event in self:
            if text := reader.add(event):
                yield text
        if text := reader.end():
            yield text

    def get_final_completion(self) -> ChatCompletion:
        """Read the rest and return the whole, including what was iterated before."""
        for _ in self:
            pass
        return self._completion()

    def close(self) -> None:
        """Stop reading. A stream that is not at its end closes its connection."""
        self._batch = iter(())
        run_sync(self._source.close())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncStream(_Stream[E]):
    """The events of a response, as they arrive.

    Iterate it, once. Use it as a context manager, or await `close`, where you may leave early: that
    closes the connection. A stream that was read to its end keeps its connection open.

    Iterating raises `APIStreamError` where the stream breaks, ends early or carries an error, and
    `APITimeoutError` where it is silent for too long; both have what had arrived as `partial`.
    """

    def __aiter__(self) -> AsyncIterator[E]:
        return self

    async def __anext__(self) -> E:
        while True:
            for event in self._batch:
                return event
            batch = await self._source.next_batch()
            if batch is None:
                raise StopAsyncIteration
            self._batch = iter(batch)

    async def text_deltas(self) -> AsyncIterator[str]:
        """Yield the text of the first choice, as it arrives, and nothing else."""
        reader = self._text_reader()
        async for event in self:
            if text := reader.add(event):
                yield text
        if text := reader.end():
            yield text

    async def get_final_completion(self) -> ChatCompletion:
        """Read the rest and return the whole, including what was iterated before."""
        async for _ in self:
            pass
        return self._completion()

    async def close(self) -> None:
        """Stop reading. A stream that is not at its end closes its connection."""
        self._batch = iter(())
        await self._source.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()
