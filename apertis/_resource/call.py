"""A call of a method with its arguments, and the forms in which its response is available."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from .._core.open_response import decode_response
from .._streaming.source import EventSource, open_events
from .responses import APIResponse

if TYPE_CHECKING:
    import httpx

    from apertis_client._runtime.operation import Operation, StreamingOperation

    from .._core.engine import Engine
    from .._core.open_response import OpenResponse
    from .._streaming.format import StreamFormat
    from .._streaming.stream import AsyncStream, Stream

__all__ = ["Method", "MethodCall"]

R = TypeVar("R")


class Method(NamedTuple):
    """A method of a resource: the operation that it calls, and how its result is read.

    Attributes:
        operation: The operation.
        stream_format: Reads its event streams; None where it has none.
        is_list: Whether the result can be iterated.
    """

    operation: Operation[Any]
    stream_format: StreamFormat | None = None
    is_list: bool = False

    @property
    def streaming(self) -> tuple[StreamingOperation[Any, Any], StreamFormat]:
        """What reads an event stream; generated methods ask for it only where there can be one."""
        return self.operation, self.stream_format  # type: ignore[return-value]


class MethodCall(NamedTuple):
    """A method with the arguments that it is called with."""

    engine: Engine
    method: Method
    arguments: Mapping[str, Any]
    path: tuple[str, ...]
    stream: bool

    async def send(self, receive: Callable[[OpenResponse], Awaitable[R]]) -> R:
        """Send the call, with retries, and return the result of `receive` for the response."""
        return await self.engine.send(
            self.method.operation, self.arguments, receive, path=self.path, stream=self.stream
        )

    async def result(self, stream_class: type[Stream[Any] | AsyncStream[Any]]) -> Any:
        """Return the model of the response, or the stream once its first event has arrived."""
        if self.stream:
            return stream_class(await self.send(self._open_events))
        return await self.send(self._read_model)

    async def response(
        self, stream_class: type[Stream[Any] | AsyncStream[Any]]
    ) -> APIResponse[Any]:
        """Return the HTTP response once `result` would return: nothing is retried later."""
        if self.stream:
            stream = stream_class(await self.send(self._open_events))
            return APIResponse(stream.response, lambda: stream)
        response = (await self.send(_read)).response
        return APIResponse(response, lambda: self.decode(response, response.content))

    async def open(self) -> OpenResponse:
        """Return the HTTP response before its body is read."""
        return await self.send(_unread)

    def decode(self, response: httpx.Response, content: bytes) -> Any:
        """Return the model of a response with the body `content`."""
        return decode_response(self.method.operation, response, content)

    def events(self, response: OpenResponse) -> EventSource[Any]:
        """Return what reads the event stream in the body of a response."""
        return EventSource(*self.method.streaming, response)

    async def _read_model(self, response: OpenResponse) -> Any:
        return await response.read_model(self.method.operation)

    async def _open_events(self, response: OpenResponse) -> EventSource[Any]:
        return await open_events(*self.method.streaming, response)


async def _read(response: OpenResponse) -> OpenResponse:
    await response.read()
    return response


async def _unread(response: OpenResponse) -> OpenResponse:
    return response
