"""The body of a response that is read on demand, and once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from .._errors.tree import ApertisError, APIResponseValidationError

if TYPE_CHECKING:
    from .._core.open_response import OpenResponse
    from .._streaming.async_stream import AsyncStream
    from .._streaming.source import EventSource
    from .._streaming.sync_stream import Stream
    from .base import MethodCall

__all__ = ["Body"]

R = TypeVar("R")


class Body:
    """A body that is read once: as a whole, in pieces, or as a stream.

    Attributes:
        content: The whole body, kept once it was read.
    """

    def __init__(
        self,
        call: MethodCall,
        response: OpenResponse,
        stream_class: type[Stream[Any] | AsyncStream[Any]],
    ) -> None:
        self._call = call
        self._response = response
        self._stream_class = stream_class
        self.content: bytes | None = None
        self._manner = ""
        self._source: EventSource[Any] | None = None
        self._parsed: Any = None
        self._failure: ApertisError | None = None  # why the body cannot be read

    async def read(self) -> bytes:
        if self.content is None:
            self.content = await self._read("as a whole", self._response.read)
        return self.content

    async def next_piece(self) -> bytes | None:
        piece = await self._read("in pieces", self._response.next_piece)
        if piece is None:
            self._failure = _spent("in pieces")
        return piece

    async def parsed(self) -> Any:
        if self._parsed is None:
            if self._call.stream:
                self._begin("as a stream")
                self._source = self._call.events(self._response)
                self._parsed = self._stream_class(self._source)
            else:
                content = await self.read()
                self._parsed = self._call.decode(self._response.response, content)
        return self._parsed

    @property
    def max_line_bytes(self) -> int | None:
        """The most bytes that one line may have: that of an event, where the body is a stream."""
        settings = self._response.settings
        return settings.max_event_bytes if self._call.stream else settings.max_response_bytes

    def line_too_long(self) -> APIResponseValidationError:
        setting = "max_event_bytes" if self._call.stream else "max_response_bytes"
        return APIResponseValidationError(
            f"a line has more than {self.max_line_bytes} bytes ({setting})",
            response=self._response.response.httpx,
        )

    async def close(self) -> None:
        if self.content is None:
            self._failure = self._failure or _closed()
        if self._source is not None:
            await self._source.close()
        await self._response.close()

    async def _read(self, manner: str, read: Callable[[], Awaitable[R]]) -> R:
        self._begin(manner)
        try:
            return await read()
        except BaseException as error:
            self._failure = error if isinstance(error, ApertisError) else _closed()
            raise

    def _begin(self, manner: str) -> None:
        if self._failure is not None:
            raise self._failure
        if self.content is None and self._manner not in ("", manner):
            raise _spent(self._manner)
        self._manner = manner


def _spent(manner: str) -> ApertisError:
    return ApertisError(f"the body has been read {manner}, and was not kept")


def _closed() -> ApertisError:
    return ApertisError("the response is closed, and its body was not read")
