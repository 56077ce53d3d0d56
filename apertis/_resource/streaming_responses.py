"""HTTP responses whose body is read on demand, for `with_streaming_response`."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .._errors.tree import ApertisError
from .._streaming.stream import AsyncStream, Stream
from .._transport.run_sync import run_sync
from .responses import HTTPResponse

if TYPE_CHECKING:
    from .._core.open_response import OpenResponse
    from .._streaming.source import EventSource
    from .call import MethodCall

__all__ = [
    "AsyncStreamingAPIResponse",
    "AsyncStreamingAPIResponseManager",
    "StreamingAPIResponse",
    "StreamingAPIResponseManager",
]

R = TypeVar("R")
T_co = TypeVar("T_co", covariant=True)


class _Body:
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


class StreamingAPIResponse(HTTPResponse, Generic[T_co]):
    """The HTTP response to a call; its body is read only when asked for, and once.

    What `read`, `text`, `json` or `parse` has read as a whole is kept, so that each of them can
    follow. Every method that reads raises `APIConnectionError` where the body breaks off or does
    not come in time.
    """

    def __init__(self, call: MethodCall, response: OpenResponse) -> None:
        super().__init__(response.response)
        self._body = _Body(call, response, Stream)

    def read(self) -> bytes:
        """Read the body to its end and return it, decompressed."""
        return run_sync(self._body.read())

    def text(self) -> str:
        """Read the body and return it as text, read as UTF-8."""
        return self.read().decode(errors="replace")

    def json(self) -> Any:
        """Read the body and return it as decoded JSON; raises `ValueError` if it is not JSON."""
        return json.loads(self.read())

    def iter_bytes(self) -> Iterator[bytes]:
        """Yield the body in pieces as they arrive, decompressed."""
        if self._body.content is not None:
            yield self._body.content
            return
        while (piece := run_sync(self._body.next_piece())) is not None:
            yield piece

    def iter_lines(self) -> Iterator[str]:
        """Yield the lines of the body as they arrive, without their ends (LF, CRLF or CR)."""
        lines = _Lines()
        for piece in self.iter_bytes():
            yield from lines.feed(piece)
        yield from lines.finish()

    def parse(self) -> T_co:
        """Return what the plain call returns, the same each time.

        A body that is not a stream is read first.

        Raises:
            APIResponseValidationError: the body is not what the spec promises.
        """
        parsed: T_co = run_sync(self._body.parsed())
        return parsed

    def close(self) -> None:
        """Close the response, and with it the stream that `parse` returned."""
        run_sync(self._body.close())


class AsyncStreamingAPIResponse(HTTPResponse, Generic[T_co]):
    """The HTTP response to a call; its body is read only when asked for, and once.

    What `read`, `text`, `json` or `parse` has read as a whole is kept, so that each of them can
    follow. Every method that reads raises `APIConnectionError` where the body breaks off or does
    not come in time.
    """

    def __init__(self, call: MethodCall, response: OpenResponse) -> None:
        super().__init__(response.response)
        self._body = _Body(call, response, AsyncStream)

    async def read(self) -> bytes:
        """Read the body to its end and return it, decompressed."""
        return await self._body.read()

    async def text(self) -> str:
        """Read the body and return it as text, read as UTF-8."""
        return (await self.read()).decode(errors="replace")

    async def json(self) -> Any:
        """Read the body and return it as decoded JSON; raises `ValueError` if it is not JSON."""
        return json.loads(await self.read())

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """Yield the body in pieces as they arrive, decompressed."""
        if self._body.content is not None:
            yield self._body.content
            return
        while (piece := await self._body.next_piece()) is not None:
            yield piece

    async def iter_lines(self) -> AsyncIterator[str]:
        """Yield the lines of the body as they arrive, without their ends (LF, CRLF or CR)."""
        lines = _Lines()
        async for piece in self.iter_bytes():
            for line in lines.feed(piece):
                yield line
        for line in lines.finish():
            yield line

    async def parse(self) -> T_co:
        """Return what the plain call returns, the same each time.

        A body that is not a stream is read first.

        Raises:
            APIResponseValidationError: the body is not what the spec promises.
        """
        parsed: T_co = await self._body.parsed()
        return parsed

    async def close(self) -> None:
        """Close the response, and with it the stream that `parse` returned."""
        await self._body.close()


class StreamingAPIResponseManager(Generic[T_co]):
    """Sends the call when entered; closes the response when left."""

    def __init__(self, call: MethodCall) -> None:
        self._call = call

    def __enter__(self) -> StreamingAPIResponse[T_co]:
        self._response = StreamingAPIResponse[T_co](self._call, run_sync(self._call.open()))
        return self._response

    def __exit__(self, *exception: object) -> None:
        self._response.close()


class AsyncStreamingAPIResponseManager(Generic[T_co]):
    """Sends the call when entered; closes the response when left."""

    def __init__(self, call: MethodCall) -> None:
        self._call = call

    async def __aenter__(self) -> AsyncStreamingAPIResponse[T_co]:
        self._response = AsyncStreamingAPIResponse[T_co](self._call, await self._call.open())
        return self._response

    async def __aexit__(self, *exception: object) -> None:
        await self._response.close()


class _Lines:
    """Cuts bytes into lines, wherever the reads happened to cut them."""

    def __init__(self) -> None:
        self._rest: list[bytes] = []

    def feed(self, piece: bytes) -> list[str]:
        # A CR at the end of what came before may have been half of a CRLF.
        ends_open = bool(self._rest) and self._rest[-1].endswith(b"\r")
        self._rest.append(piece)
        if not (ends_open or b"\n" in piece or b"\r" in piece):
            return []
        lines = b"".join(self._rest).splitlines(keepends=True)
        self._rest = [] if lines and lines[-1].endswith(b"\n") else lines[-1:]
        return [_text(line) for line in lines[: len(lines) - len(self._rest)]]

    def finish(self) -> list[str]:
        return [_text(b"".join(self._rest))] if any(self._rest) else []


def _text(line: bytes) -> str:
    return line.rstrip(b"\r\n").decode(errors="replace")
