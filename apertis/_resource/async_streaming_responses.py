"""HTTP responses whose body is read on demand, for `with_streaming_response`."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from apertis_client._runtime.files import replacing, write_to_disk
from apertis_client._runtime.json_text import decode_text

from .._core.attributes import EnterFirst
from .._core.open_response import OpenResponse
from .._declared import resolvable
from .._streaming.async_stream import AsyncStream
from .._transport.async_backend import in_thread  # async only
from .body import Body
from .lines import Lines
from .responses import HTTPResponse

if TYPE_CHECKING:
    from .base import MethodCall

__all__ = ["AsyncStreamingAPIResponse", "AsyncStreamingAPIResponseManager"]

T_co = TypeVar("T_co", covariant=True)


class AsyncStreamingAPIResponse(HTTPResponse, Generic[T_co]):
    """The HTTP response to a call; its body is read only when asked for, and once.

    What `read`, `text`, `json` or `parse` has read as a whole is kept, so that each of them can
    follow. Every method that reads raises `APIConnectionError` where the body breaks off or does
    not come in time.
    """

    @resolvable
    def __init__(self, call: MethodCall, response: OpenResponse) -> None:
        super().__init__(response.response.httpx)
        self._body = Body(call, response, AsyncStream)

    async def read(self) -> bytes:
        """Read the body to its end and return it, decompressed."""
        return await self._body.read()

    async def text(self) -> str:
        """Read the body and return it as text.

        It is UTF-8 or the like, or else in the charset that the headers state.
        """
        return decode_text(await self.read(), self.headers.get("content-type", ""))

    async def json(self) -> Any:
        """Read the body and return it as decoded JSON; raises `ValueError` where it is not JSON."""
        return json.loads(await self.text())

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Yield the body, decompressed: as it arrives, or in pieces of `chunk_size` bytes."""
        rest = bytearray()
        async for piece in self._pieces():
            if chunk_size is None:
                yield piece
                continue
            rest += piece
            while len(rest) >= chunk_size:
                yield bytes(rest[:chunk_size])
                del rest[:chunk_size]
        if rest:
            yield bytes(rest)

    async def _pieces(self) -> AsyncIterator[bytes]:
        if self._body.content is not None:
            yield self._body.content
            return
        while (piece := await self._body.next_piece()) is not None:
            yield piece

    async def stream_to_file(self, file: str | os.PathLike[str]) -> None:
        """Write the body to a file as it arrives; one that exists is replaced when all has come.

        Raises:
            OSError: the file cannot be written, or is not a regular one; it is as it was.
        """
        with replacing(file) as opened:
            async for piece in self.iter_bytes():
                opened.write(piece)
            await in_thread(write_to_disk, opened)

    async def iter_lines(self) -> AsyncIterator[str]:
        """Yield the lines of the body as they arrive, without their ends (LF, CRLF or CR).

        Raises:
            APIResponseValidationError: a line has more than `max_event_bytes`, or, where the body
                is no stream, than `max_response_bytes`.
        """
        lines = Lines(self.headers.get("content-type", ""), self._body.max_line_bytes)
        async for piece in self.iter_bytes():
            for line in lines.feed(piece):
                yield line
            if lines.is_too_long:
                await self._body.close()
                raise self._body.line_too_long()
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


class AsyncStreamingAPIResponseManager(EnterFirst, Generic[T_co]):
    """Sends the call when entered; closes the response when left."""

    _noun = "response"

    def __init__(self, call: MethodCall) -> None:
        self._call = call
        *resource, method = call.method.operation.method_path.split(".")
        self._method = ".".join([*resource, "with_streaming_response", method])

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: enter it to send the call>"

    async def __aenter__(self) -> AsyncStreamingAPIResponse[T_co]:
        self._response = AsyncStreamingAPIResponse[T_co](self._call, await self._call.open())
        return self._response

    async def __aexit__(self, *exception: object) -> None:
        await self._response.close()
