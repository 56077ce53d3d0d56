"""Streams: from the bytes of a body to typed chunks.

`ChunkReader` is pure: it takes the pieces of a body and knows everything that they may hold.
`ChunkSource` reads the pieces from an open answer. `Stream` and `AsyncStream` are what an
application sees of it; they differ in the lines that await.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from apertis_client._runtime.event_stream import EventDecoder, ServerSentEvent
from apertis_client._runtime.json_object import JSONObject, is_array, is_object, wrap
from apertis_client._runtime.json_text import loads
from apertis_client._runtime.response import ResponseHeaders, attach_headers
from apertis_client.errors import has_content

from .._core.decode import decode_response
from .._errors.exceptions import (
    APIResponseValidationError,
    APIStreamError,
    APITimeoutError,
    error_details,
    hide_keys,
    stream_error,
    without_keys,
)
from .._logging import logger as parent
from .._transport.failures import is_timeout, reason, transport_errors
from .._transport.run_sync import run_sync
from ..chat.accumulate import accumulate, as_chunk
from .pattern import Pattern, Run, pattern_of

if TYPE_CHECKING:
    import httpx

    from apertis_client._runtime.operation import StreamingOperation
    from apertis_client.models import ChatCompletion

    from .._core.open_response import OpenResponse

__all__ = ["AsyncStream", "ChunkReader", "ChunkSource", "Stream"]

C = TypeVar("C", bound=JSONObject)

# After the last event of a stream the end of its body follows at once, or something is wrong.
_DRAIN_SECONDS = 0.25

_SPACE = " \t\n\r\v\f"  # no more than in bytes: there is other space in Unicode

logger = parent.getChild("stream")


class ChunkReader(Generic[C]):
    """Turns the pieces of a body into chunks, and everything wrong with them into exceptions.

    Attributes:
        complete: Whether the event that says so has come.
        events: How many events have come, whatever they held.
        failure: What is wrong with the body; chunks that came before it are still handed over.
    """

    def __init__(self, operation: StreamingOperation[Any, C], response: httpx.Response) -> None:
        self._model = operation.event
        self._end = operation.stream_end.decode()
        self._response = response
        self._decoder = EventDecoder()
        self._received: list[str | Run] = []  # JSON as it came: a tenth of what objects would take
        self._pattern: Pattern[C] | None = None  # what the chunks of the last run have in common
        self._unlike = 0  # how many chunks have come since that were like none before
        self.complete = False
        self.events = 0
        self.failure: APIStreamError | APITimeoutError | None = None

    def started(self) -> bool:
        """Return whether there was anything that makes the body a stream."""
        return self.complete or bool(self._received) or self.failure is not None

    def feed(self, piece: bytes) -> list[C]:
        """Take the next piece of the body and return the chunks that it completes."""
        texts = self._decoder.feed_plain(piece)
        if texts is None:
            return self._chunks(self._decoder.feed(piece))
        self.events += len(texts)
        chunks: list[C] = []
        for text in texts:
            chunk = self._next_of_run(text)
            if chunk is None:
                chunk = self._chunk(text)
            if chunk is not None:
                chunks.append(chunk)
        return chunks

    def flush(self) -> list[C]:
        """Return the chunk that the end of the body completes, if there is one."""
        return self._chunks(self._decoder.finish())

    def finish(self) -> list[C]:
        """Return the chunk that the end of the body completes; see whether it ended early."""
        chunks = self.flush()
        if not (self.failure or self.is_whole()):
            self.failure = self.truncated("the stream ended before it was complete")
        return chunks

    def received(self) -> ChatCompletion | None:
        """Return what has arrived so far, gathered into a completion; None where nothing has."""
        return accumulate(map(_members, self._received))

    def truncated(self, message: str) -> APIStreamError:
        """Return the error for a stream that broke off."""
        error = APIStreamError(message, response=self._response)
        error.truncated = True
        error.partial = self.received()
        return error

    def _chunks(self, events: list[ServerSentEvent]) -> list[C]:
        self.events += len(events)
        # As the standard says: never another charset.
        chunks = [self._chunk(data.decode(errors="replace"), name) for data, name in events]
        return [chunk for chunk in chunks if chunk is not None]

    def _chunk(self, data: str, name: bytes = b"") -> C | None:
        """Return the chunk that an event holds; None where it holds something else."""
        if self.complete or self.failure:
            return None
        members = self._decoded(data.strip(_SPACE), name)
        if members is None:
            return None
        if (name or '"error"' in data or "choices" not in members) and _is_error(members, name):
            self.failure = self._stated(members)
            return None
        chunk = wrap(self._model, members)
        self._received.append(data)
        self._unlike += 1
        if self._unlike & (self._unlike - 1) == 0:  # less and less often where none is found
            before = self._received[-2:][0]
            if isinstance(before, str):
                self._pattern = pattern_of(before, data, chunk) or self._pattern
        return chunk

    def _next_of_run(self, data: str) -> C | None:
        """Return the chunk that an event holds, where it is like those before it."""
        pattern = self._pattern
        text = None if pattern is None else pattern.text_in(data)
        if pattern is None or text is None or self.complete or self.failure:
            return None
        run = self._received[-1]
        if isinstance(run, str) or run.pattern is not pattern:
            run = Run(pattern, [])
            self._received.append(run)
            self._unlike = 0
        run.texts.append(text)
        return pattern.chunk(text)

    def _decoded(self, data: str, name: bytes) -> dict[str, Any] | None:
        try:
            chunk = loads(data)
        except (ValueError, RecursionError):
            if data == self._end:
                self.complete = True
                return None
            if data.startswith("{"):
                self.failure = self.truncated("the stream holds torn JSON")
                return None
            chunk = None
        if is_object(chunk):
            return chunk
        if name == b"error" and data:
            return {"message": data}
        logger.info("an event that is no chunk was skipped (%d characters)", len(data))
        logger.debug("the event skipped: %r", without_keys(data, self._response))
        return None

    def _stated(self, chunk: Mapping[str, Any]) -> APIStreamError:
        """Return the error that a chunk carries."""
        if "choices" in chunk:  # what it holds beside the error has arrived, too
            self._received.append(json.dumps(without_keys(chunk, self._response)))
        error = stream_error(chunk, self._response)
        error.partial = self.received()
        return error

    def is_whole(self) -> bool:
        """Return whether the stream has said that it is complete, or that the model is done."""
        return self.complete or self._has_finish_reason()

    def _has_finish_reason(self) -> bool:
        for received in reversed(self._received):
            choices = _members(received).get("choices")
            if is_array(choices) and any(is_object(c) and c.get("finish_reason") for c in choices):
                return True
        return False


def _members(received: str | Run) -> Any:
    return loads(received) if isinstance(received, str) else received.members()


def _is_error(chunk: Mapping[str, Any], event: bytes) -> bool:
    if has_content(chunk.get("error")):
        return True
    choices = chunk.get("choices")
    if is_array(choices):
        return any(is_object(choice) and has_content(choice.get("error")) for choice in choices)
    details = error_details(chunk)
    if event == b"error" or chunk.get("object") == "error":
        return "error" not in chunk or any(details)
    is_chunk = str(chunk.get("object")).startswith("chat.completion")
    return details.message is not None and not is_chunk


class ChunkSource(Generic[C]):
    """An open answer being read, up to its end or to the first thing that goes wrong."""

    def __init__(self, operation: StreamingOperation[Any, C], exchange: OpenResponse) -> None:
        self.response = exchange.response
        self.reader = ChunkReader(operation, exchange.response)
        self.ended = False
        self._operation = operation
        self._backend = exchange.backend
        self._limits = exchange.limits
        self._pieces = exchange.backend.pieces(exchange.response)
        self._unseen: list[bytes] = []  # the body as long as it may turn out to be no stream
        self._peeked: list[C] | None = None

    async def peek(self) -> None:
        """Read until there is something to hand over, or the end, and keep it for `next_batch`."""
        while not self._peeked and (self.reader.failure or not self.ended):
            self._peeked = await self.next_batch()

    async def next_batch(self) -> list[C] | None:
        """Return the chunks of the next piece of the body, which may be none; None at the end.

        Raises:
            APIStreamError: the body broke off, ended early, or carries an error or torn JSON.
            APIResponseValidationError: the body is neither a stream nor a plain answer.
            APITimeoutError: the next piece, or the next event, did not come in time.
        """
        peeked, self._peeked = self._peeked, None
        if peeked:
            return peeked
        if self.reader.failure:
            await self.close()
            raise self.reader.failure
        if self.ended:
            return None
        try:
            if self.reader.complete:
                await self._drain()
                return None
            return await self._read_batch()
        except BaseException:
            if self.reader.failure is None and not self.reader.complete:
                # Whoever goes on after an interruption must not take this for the end.
                self.reader.failure = self.reader.truncated("reading the stream was interrupted")
            await self.close()
            raise

    async def close(self) -> None:
        """Give up the answer; what was not read is lost, and so is the connection."""
        self._peeked = None
        if not self.ended:
            self.ended = True
            await self._backend.close_response(self.response)
            await self._backend.close_pieces(self._pieces)

    def abandon(self) -> None:
        """Leave the answer to be closed by the next call, from wherever this is called."""
        if not self.ended:
            self._backend.abandoned.append(self)

    async def _read_batch(self) -> list[C]:
        self._limits.event_awaited()
        while True:
            piece = await self._next_piece()
            if piece is None:
                await self.close()
                return self._last_batch()
            events = self.reader.events
            batch = self.reader.feed(piece)
            if self.reader.started():
                self._unseen.clear()
            elif self._may_be_no_stream(piece):
                self._unseen.append(piece)
            if self.reader.events > events:
                return batch

    async def _drain(self) -> None:
        """Read the rest of the body if it comes at once: the connection can then be used again."""
        if self.response.http_version == "HTTP/2":
            await self.close()  # costs the connection nothing, and waiting might
            return
        try:
            async with self._backend.limit(_DRAIN_SECONDS, self.response):
                while await self._backend.next_piece(self._pieces) is not None:
                    pass
        except transport_errors():
            pass  # the stream is complete; only its connection is lost
        await self.close()

    async def _next_piece(self) -> bytes | None:
        if self._limits.passed():  # pieces that keep coming never find out
            self.reader.failure = self._failure(TimeoutError())
            raise self.reader.failure
        try:
            async with self._backend.limit(self._limits.silence_left(), self.response):
                piece = await self._backend.next_piece(self._pieces)
            if piece is None:
                self._limits.check()
        except transport_errors() as error:
            failure = self.reader.failure = self._failure(error)
            raise failure from error
        return piece

    def _may_be_no_stream(self, piece: bytes) -> bool:
        # Some servers give JSON the content type of the stream that was asked for.
        is_json = bool(self._unseen) or piece.lstrip()[:1] == b"{"
        return is_json or not _is_event_stream(self.response)

    def _last_batch(self) -> list[C]:
        if self.reader.started():
            return self.reader.finish()
        last = self.reader.flush()
        if self.reader.started() or (not self._unseen and _is_event_stream(self.response)):
            return last + self.reader.finish()
        # No stream after all: a plain answer goes the way of a stream with one chunk.
        answer = decode_response(self._operation, self.response, b"".join(self._unseen))
        try:
            chunk = json.dumps(as_chunk(answer.to_dict())).encode()
        except RecursionError:
            message = "the answer is nested too deeply to be handed on as a chunk"
            raise APIResponseValidationError(message, response=self.response) from None
        return self.reader.feed(b"data: %b\n\ndata: %b\n\n" % (chunk, self._operation.stream_end))

    def _failure(self, error: Exception) -> APIStreamError | APITimeoutError:
        hide_keys(error, self.response.request)
        if is_timeout(error) or self._limits.passed():
            failure = self._limits.error(error, self.response.request)
            failure.partial = self.reader.received()
            return failure
        return self.reader.truncated(f"the stream broke off: {reason(error)}")


def _is_event_stream(response: httpx.Response) -> bool:
    content_type: str = response.headers.get("content-type", "")
    return content_type.lower().startswith("text/event-stream")


class _Stream(ResponseHeaders, Generic[C]):
    """What a stream knows, in both worlds.

    Attributes:
        response: The HTTP answer, whose body is being read.
    """

    def __init__(self, source: ChunkSource[C]) -> None:
        self._source = source
        self._batch: Iterator[C] = iter(())
        self.response = source.response

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the answer, looked up without regard to case."""
        return self.response.headers

    def _completion(self) -> ChatCompletion:
        reader = self._source.reader
        completion = reader.received()
        if completion is None:
            raise reader.truncated("the stream held nothing")
        if not reader.is_whole():
            raise reader.truncated("the stream was closed before its end")
        attach_headers(completion, self.headers)
        return completion

    def __del__(self) -> None:
        # A lock may be held wherever this runs, so nothing is closed here.
        source = getattr(self, "_source", None)
        if source is not None and not source.ended:
            source.abandon()
            warnings.warn(
                f"{type(self).__name__} was never closed",
                ResourceWarning,
                source=self,
                stacklevel=2,
            )


class Stream(_Stream[C]):
    """The chunks of an answer, as they arrive.

    Iterate it, once; use it as a context manager, or call `close`, where you may leave early: that
    closes the connection. A stream that was read to its end gives its connection back.

    Iterating raises `APIStreamError` where the stream breaks, ends early or carries an error, and
    `APITimeoutError` where it is silent for too long; both have what had arrived as `partial`.
    """

    def __iter__(self) -> Iterator[C]:
        return self

    def __next__(self) -> C:
        while True:
            for chunk in self._batch:
                return chunk
            batch = run_sync(self._source.next_batch())
            if batch is None:
                raise StopIteration
            self._batch = iter(batch)

    def text_deltas(self) -> Iterator[str]:
        """Give the text of the first choice, as it arrives, and nothing else."""
        for chunk in self:
            yield from text_of(chunk)

    def get_final_completion(self) -> ChatCompletion:
        """Read what is left and return the whole, what was iterated before included."""
        for _ in self:
            pass
        return self._completion()

    def close(self) -> None:
        """Stop here. A stream that is not at its end gives up its connection."""
        self._batch = iter(())
        run_sync(self._source.close())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncStream(_Stream[C]):
    """The chunks of an answer, as they arrive.

    Iterate it, once; use it as a context manager, or await `close`, where you may leave early: that
    closes the connection. A stream that was read to its end gives its connection back.

    Iterating raises `APIStreamError` where the stream breaks, ends early or carries an error, and
    `APITimeoutError` where it is silent for too long; both have what had arrived as `partial`.
    """

    def __aiter__(self) -> AsyncIterator[C]:
        return self

    async def __anext__(self) -> C:
        while True:
            for chunk in self._batch:
                return chunk
            batch = await self._source.next_batch()
            if batch is None:
                raise StopAsyncIteration
            self._batch = iter(batch)

    async def text_deltas(self) -> AsyncIterator[str]:
        """Give the text of the first choice, as it arrives, and nothing else."""
        async for chunk in self:
            for text in text_of(chunk):
                yield text

    async def get_final_completion(self) -> ChatCompletion:
        """Read what is left and return the whole, what was iterated before included."""
        async for _ in self:
            pass
        return self._completion()

    async def close(self) -> None:
        """Stop here. A stream that is not at its end gives up its connection."""
        self._batch = iter(())
        await self._source.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()


def text_of(chunk: JSONObject) -> Iterator[str]:
    """Give the text that a chunk adds to the first choice, if it adds any."""
    choices = getattr(chunk, "choices", None)
    for choice in choices if is_array(choices) else ():
        text = getattr(getattr(choice, "delta", None), "content", None)
        if text and isinstance(text, str) and not getattr(choice, "index", None):
            yield text
