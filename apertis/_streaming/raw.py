"""Answers as HTTP gave them, for those who want the status, the headers or the bytes."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from apertis_client._runtime.response import ResponseHeaders

from .._core.decode import decode_response
from .._errors.tree import ApertisError
from .._transport.backends import run_sync
from .stream import AsyncStream, ChunkSource, Stream

if TYPE_CHECKING:
    import httpx

    from apertis_client._runtime.operation import Operation, StreamingOperation

    from .._core.engine import Engine
    from .._core.open_response import OpenResponse

__all__ = [
    "APIResponse",
    "AsyncStreamingAPIResponse",
    "AsyncStreamingAPIResponseManager",
    "Request",
    "StreamingAPIResponse",
    "StreamingAPIResponseManager",
]

R = TypeVar("R")
T_co = TypeVar("T_co", covariant=True)


class Request:
    """A call that is to be answered as HTTP gives it: what to send, and what the answer means."""

    def __init__(
        self,
        engine: Engine,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        *,
        path: tuple[str, ...] = (),
        stream: bool | None = False,
    ) -> None:
        self.operation = operation
        self._engine = engine
        self._arguments = arguments
        self._path = path
        self.stream = bool(stream)

    async def exchange(self, *, read: bool = False) -> OpenResponse:
        """Send it, with the retries that any call has."""
        return await self._engine.exchange(
            self.operation, self._arguments, path=self._path, stream=self.stream, read=read
        )

    async def response(self, kind: type[Stream[Any] | AsyncStream[Any]]) -> APIResponse[Any]:
        """Send it and return the answer once the plain call would: nothing is retried later."""
        if self.stream:
            operation: StreamingOperation[Any, Any] = self.operation  # type: ignore[assignment]
            stream = kind(await self._engine.open(operation, self._arguments))
            return APIResponse(stream.response, lambda: stream)
        response = (await self.exchange(read=True)).response
        return APIResponse(response, lambda: self.answer(response, response.content))

    def answer(self, response: httpx.Response, content: bytes) -> Any:
        """Return the answer that a body is."""
        return decode_response(self.operation, response, content)

    def source(self, exchange: OpenResponse) -> ChunkSource[Any]:
        """Return what reads the stream that a body is."""
        operation: StreamingOperation[Any, Any] = self.operation  # type: ignore[assignment]
        return ChunkSource(operation, exchange)


class _HTTPResponse(ResponseHeaders):
    """What is known of an answer before its body is read.

    Attributes:
        http_response: The answer, as httpx has it.
    """

    def __init__(self, response: httpx.Response) -> None:
        self.http_response = response

    @property
    def http_request(self) -> httpx.Request:
        """The request that was answered, the last where it took several; it holds the key."""
        return self.http_response.request

    @property
    def status_code(self) -> int:
        """The status, 200 as a rule: those that mean failure are raised."""
        return self.http_response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the answer, looked up without regard to case."""
        return self.http_response.headers

    @property
    def url(self) -> str:
        """Where the answer came from, redirects followed."""
        return str(self.http_response.url)

    def __repr__(self) -> str:
        # Some keep keys in the query.
        url = self.http_response.url.copy_with(userinfo=b"", query=None, fragment=None)
        return f"<{type(self).__name__} {self.status_code} {url}>"


class APIResponse(_HTTPResponse, Generic[T_co]):
    """The HTTP response to a call; `parse` gives what the plain call gives."""

    def __init__(self, response: httpx.Response, parse: Callable[[], T_co]) -> None:
        super().__init__(response)
        self._parse: Callable[[], T_co] = parse
        self._parsed: list[T_co] = []

    @property
    def content(self) -> bytes:
        """The body, decompressed; raises `ApertisError` where the body is a stream."""
        import httpx

        try:
            return self.http_response.content
        except httpx.ResponseNotRead:
            raise ApertisError("the body is a stream: parse() gives it") from None

    @property
    def text(self) -> str:
        """The body as text, read as UTF-8."""
        return self.content.decode(errors="replace")

    def json(self) -> Any:
        """Return the body as decoded JSON; raises `ValueError` where it is none."""
        return json.loads(self.content)

    def parse(self) -> T_co:
        """Return what the call without `with_raw_response` returns, the same each time.

        Raises:
            APIResponseValidationError: the body is not what the spec promises.
        """
        if not self._parsed:
            self._parsed.append(self._parse())
        return self._parsed[0]


class _Body:
    """A body that is read once and in one way: as a whole, in pieces, or as a stream.

    Attributes:
        content: The whole, which is kept once it was read.
    """

    def __init__(
        self, request: Request, exchange: OpenResponse, kind: type[Stream[Any] | AsyncStream[Any]]
    ) -> None:
        self._request = request
        self._exchange = exchange
        self._kind = kind
        self.content: bytes | None = None
        self._way = ""
        self._source: ChunkSource[Any] | None = None
        self._parsed: Any = None
        self._failure: ApertisError | None = None  # why nothing more can be read

    async def read(self) -> bytes:
        if self.content is None:
            self.content = await self._read("as a whole", self._exchange.read)
        return self.content

    async def next_piece(self) -> bytes | None:
        piece = await self._read("in pieces", self._exchange.next_piece)
        if piece is None:
            self._failure = _spent("in pieces")
        return piece

    async def parsed(self) -> Any:
        if self._parsed is None:
            if self._request.stream:
                self._begin("as a stream")
                self._source = self._request.source(self._exchange)
                self._parsed = self._kind(self._source)
            else:
                content = await self.read()
                self._parsed = self._request.answer(self._exchange.response, content)
        return self._parsed

    async def close(self) -> None:
        if self.content is None:
            self._failure = self._failure or _closed()
        if self._source is not None:
            await self._source.close()
        await self._exchange.close()

    async def _read(self, way: str, read: Callable[[], Awaitable[R]]) -> R:
        self._begin(way)
        try:
            return await read()
        except BaseException as error:
            self._failure = error if isinstance(error, ApertisError) else _closed()
            raise

    def _begin(self, way: str) -> None:
        if self._failure is not None:
            raise self._failure
        if self.content is None and self._way not in ("", way):
            raise _spent(self._way)
        self._way = way


def _spent(way: str) -> ApertisError:
    return ApertisError(f"the body has been read {way}, and is not kept")


def _closed() -> ApertisError:
    return ApertisError("the answer has been closed, and its body was not read before")


class StreamingAPIResponse(_HTTPResponse, Generic[T_co]):
    """The HTTP response to a call; its body is read only when asked for, and once.

    What `read`, `text`, `json` or `parse` has read as a whole is kept, so that each of them can
    follow. Every method that reads raises `APIConnectionError` where the body breaks off or does
    not come in time.
    """

    def __init__(self, request: Request, exchange: OpenResponse) -> None:
        super().__init__(exchange.response)
        self._body = _Body(request, exchange, Stream)

    def read(self) -> bytes:
        """Read the body to its end and return it, decompressed."""
        return run_sync(self._body.read())

    def text(self) -> str:
        """Read the body and return it as text, read as UTF-8."""
        return self.read().decode(errors="replace")

    def json(self) -> Any:
        """Read the body and return it as decoded JSON; raises `ValueError` where it is none."""
        return json.loads(self.read())

    def iter_bytes(self) -> Iterator[bytes]:
        """Give the body in pieces as they arrive, decompressed."""
        if self._body.content is not None:
            yield self._body.content
            return
        while (piece := run_sync(self._body.next_piece())) is not None:
            yield piece

    def iter_lines(self) -> Iterator[str]:
        """Give the lines of the body as they arrive, without what ends them (LF, CRLF or CR)."""
        lines = _Lines()
        for piece in self.iter_bytes():
            yield from lines.feed(piece)
        yield from lines.finish()

    def parse(self) -> T_co:
        """Return what the plain call returns, the same each time.

        A body that is no stream is read first.

        Raises:
            APIResponseValidationError: the body is not what the spec promises.
        """
        parsed: T_co = run_sync(self._body.parsed())
        return parsed

    def close(self) -> None:
        """Give up the answer, and with it the stream that `parse` gave."""
        run_sync(self._body.close())


class AsyncStreamingAPIResponse(_HTTPResponse, Generic[T_co]):
    """The HTTP response to a call; its body is read only when asked for, and once.

    What `read`, `text`, `json` or `parse` has read as a whole is kept, so that each of them can
    follow. Every method that reads raises `APIConnectionError` where the body breaks off or does
    not come in time.
    """

    def __init__(self, request: Request, exchange: OpenResponse) -> None:
        super().__init__(exchange.response)
        self._body = _Body(request, exchange, AsyncStream)

    async def read(self) -> bytes:
        """Read the body to its end and return it, decompressed."""
        return await self._body.read()

    async def text(self) -> str:
        """Read the body and return it as text, read as UTF-8."""
        return (await self.read()).decode(errors="replace")

    async def json(self) -> Any:
        """Read the body and return it as decoded JSON; raises `ValueError` where it is none."""
        return json.loads(await self.read())

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """Give the body in pieces as they arrive, decompressed."""
        if self._body.content is not None:
            yield self._body.content
            return
        while (piece := await self._body.next_piece()) is not None:
            yield piece

    async def iter_lines(self) -> AsyncIterator[str]:
        """Give the lines of the body as they arrive, without what ends them (LF, CRLF or CR)."""
        lines = _Lines()
        async for piece in self.iter_bytes():
            for line in lines.feed(piece):
                yield line
        for line in lines.finish():
            yield line

    async def parse(self) -> T_co:
        """Return what the plain call returns, the same each time.

        A body that is no stream is read first.

        Raises:
            APIResponseValidationError: the body is not what the spec promises.
        """
        parsed: T_co = await self._body.parsed()
        return parsed

    async def close(self) -> None:
        """Give up the answer, and with it the stream that `parse` gave."""
        await self._body.close()


class StreamingAPIResponseManager(Generic[T_co]):
    """Sends the call when entered, and gives up what was not read when left."""

    def __init__(self, request: Request) -> None:
        self._request = request

    def __enter__(self) -> StreamingAPIResponse[T_co]:
        self._response = StreamingAPIResponse[T_co](
            self._request, run_sync(self._request.exchange())
        )
        return self._response

    def __exit__(self, *exception: object) -> None:
        self._response.close()


class AsyncStreamingAPIResponseManager(Generic[T_co]):
    """Sends the call when entered, and gives up what was not read when left."""

    def __init__(self, request: Request) -> None:
        self._request = request

    async def __aenter__(self) -> AsyncStreamingAPIResponse[T_co]:
        self._response = AsyncStreamingAPIResponse[T_co](
            self._request, await self._request.exchange()
        )
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
