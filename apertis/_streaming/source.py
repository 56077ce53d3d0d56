"""Reads the pieces of an open response and keeps the time limits of a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from apertis_client._runtime.json_object import JSONObject

from .._core.open_response import decode_response
from .._errors.secrets import hide_keys
from .._transport.failures import is_timeout, reason, transport_errors
from .reader import EventReader

if TYPE_CHECKING:
    from apertis_client._runtime.operation import StreamingOperation

    from .._core.open_response import OpenResponse
    from .._errors.tree import APIStreamError, APITimeoutError
    from .._tracing.call import TracedCall
    from .._transport.messages import Response
    from .format import StreamFormat

__all__ = ["EventSource", "open_events"]

E = TypeVar("E", bound=JSONObject)

# After the last event of a stream the end of its body follows at once, or something is wrong.
_DRAIN_SECONDS = 0.25


async def open_events(
    operation: StreamingOperation[Any, E],
    stream_format: StreamFormat,
    response: OpenResponse,
) -> EventSource[E]:
    """Return the events of an open response once the first of them, or the end, is there.

    Raises what `EventSource.next_batch` raises; until then the call may be repeated.
    """
    source = EventSource(operation, stream_format, response)
    await source.peek()
    return source


class EventSource(Generic[E]):
    """An open response being read, up to its end or to the first thing that goes wrong.

    Attributes:
        response: The HTTP response, whose body is being read.
        reader: What has been read of it.
        ended: Whether the response has been read to its end or closed.
    """

    def __init__(
        self,
        operation: StreamingOperation[Any, E],
        stream_format: StreamFormat,
        open_response: OpenResponse,
    ) -> None:
        self.response = open_response.response
        self.reader = EventReader(
            operation,
            stream_format,
            self.response,
            max_event_bytes=open_response.settings.max_event_bytes,
            require_finish_reason=open_response.settings.require_finish_reason,
        )
        self.ended = False
        self._operation = operation
        self._backend = open_response.backend
        self._limits = open_response.limits
        self._unseen: list[bytes] = []  # the body, until it is known to be a stream
        self._opened = open_response
        self._left = open_response.settings.max_response_bytes  # for what is no stream
        self._peeked: list[E] | None = None
        self._traced = open_response.traced
        self._read_piece = self.response.piece_reader()

    def keep_traced(self, call: TracedCall) -> None:
        """Tell a call that is traced what arrives, and the end."""
        self._traced = call
        call.chunks(self.peeked)
        if self.ended:
            self._end_traced(call, self.reader.failure)

    @property
    def peeked(self) -> int:
        """How many events have been received that `next_batch` has not returned."""
        return len(self._peeked or ())

    async def peek(self) -> None:
        """Read until there is something to hand over, or the end, and keep it for `next_batch`."""
        while not self._peeked and (self.reader.failure or not self.ended):
            self._peeked = await self.next_batch()

    async def next_batch(self) -> list[E] | None:
        """Return the events of the next piece of the body, which may be none; None at the end.

        Raises:
            APIStreamError: the body broke off, ended early, or carries an error or invalid JSON.
            APIResponseValidationError: the body is neither a stream nor a plain response.
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
            batch = await self._read_batch()
        except BaseException as error:
            if self.reader.failure is None and not self.reader.complete:
                # A program that continues after an interruption must not take this for the end.
                self.reader.failure = self.reader.truncated("reading the stream was interrupted")
            await self.close(error)
            raise
        if self._traced is not None:
            self._traced.chunks(len(batch))
        return batch

    async def close(self, error: BaseException | None = None) -> None:
        """Close the response, because of an error if any.

        What was not read is lost, and so is the connection.
        """
        self._peeked = None
        if not self.ended:
            self.ended = True
            if self._traced is not None:
                self._end_traced(self._traced, error or self.reader.failure)
            await self._backend.close_response(self.response)

    def _end_traced(self, call: TracedCall, error: BaseException | None) -> None:
        call.end(self.reader.received if call.needs_content else self.reader.outline, error)

    def abandon(self) -> None:
        """Leave the response to be closed by the next call; may be called from anywhere."""
        if not self.ended:
            self._backend.abandoned.append(self)

    async def _read_batch(self) -> list[E]:
        # While pieces keep coming, no wait for one times out.
        read = self._read_piece if self._limits.is_unlimited else self._limited_piece
        if not self._limits.is_unlimited:
            self._limits.event_awaited()
        while True:
            caught: Exception | None = None
            try:
                piece = await read()
            except transport_errors() as error:
                caught, piece = error, None
            if caught is not None:
                # Outside of the handler, where what the caller was handling is not its context.
                failure = self.reader.failure = self._failure(caught)
                failure.__cause__ = hide_keys(caught, self.response.request.httpx)
                raise failure
            if piece is None:
                batch = self._last_batch()
                await self.close()
                return batch
            events = self.reader.events
            batch = self.reader.feed(piece)
            if batch and not self._unseen:
                return batch
            if self.reader.started():
                self._unseen.clear()
            elif self._may_be_no_stream(piece):
                self._unseen.append(piece)
                self._check_size(len(piece))
            if self.reader.events > events:
                return batch

    async def _drain(self) -> None:
        """Read the rest of the body if it comes at once: the connection can then be used again."""
        if self.response.head.version == b"2":
            await self.close()  # this keeps the connection, and waiting takes time
            return
        try:
            async with self._backend.limit(_DRAIN_SECONDS, self.response.request):
                while await self.response.next_piece() is not None:
                    pass
        except transport_errors():
            pass  # the stream is complete; only its connection is lost
        await self.close()

    async def _limited_piece(self) -> bytes | None:
        if self._limits.passed():
            self.reader.failure = self._failure(TimeoutError())
            raise self.reader.failure
        async with self._backend.limit(self._limits.silence_left(), self.response.request):
            piece = await self._read_piece()
        if piece is None:
            self._limits.check()
        return piece

    def _check_size(self, size: int) -> None:
        if self._left is not None:
            self._left -= size
            if self._left < 0:
                raise self._opened.too_large()

    def _may_be_no_stream(self, piece: bytes) -> bool:
        # Some servers give JSON the content type of the stream that was asked for.
        is_json = bool(self._unseen) or piece.lstrip()[:1] == b"{"
        return is_json or not _is_event_stream(self.response)

    def _last_batch(self) -> list[E]:
        if self.reader.started():
            return self.reader.finish()
        last = self.reader.flush()
        if self.reader.started() or (not self._unseen and _is_event_stream(self.response)):
            return last + self.reader.finish()
        # No stream after all, but perhaps a plain response.
        answer = decode_response(self._operation, self.response, b"".join(self._unseen))
        return self.reader.feed_answer(answer)

    def _failure(self, error: Exception) -> APIStreamError | APITimeoutError:
        if is_timeout(error) or self._limits.passed():
            failure = self._limits.error(error, self.response.request.httpx)
            failure.partial = self.reader.received()
            return failure
        return self.reader.truncated(f"the stream broke off: {reason(error)}")


def _is_event_stream(response: Response) -> bool:
    return response.header(b"content-type").lower().startswith("text/event-stream")
