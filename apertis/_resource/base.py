"""How generated resources send their calls, and what these return."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from .._core.attributes import NamesAttributes
from .._core.checks import check_bool
from .._core.engine import Engine
from .._importing import importing
from .._streaming.async_stream import AsyncStream
from .._streaming.awaitable import AwaitableList, AwaitableStream
from .._streaming.source import EventSource, open_events
from .._streaming.sync_stream import Stream
from .._transport.run_sync import run_sync
from .responses import APIResponse

if TYPE_CHECKING:
    from .._core.open_response import OpenResponse
    from .._transport.messages import Response
    from .method import Method

__all__ = ["AsyncResource", "MethodCall", "Resource", "ResourceBase"]

R = TypeVar("R")


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
        if self.method.batched and self.arguments.get("batch_size") is not None:
            with importing:
                from .batches import result_of_batches

            async def send(arguments: Mapping[str, Any]) -> Any:
                return await self._replace(arguments=arguments).model()

            now = self.engine.backend.now
            return await result_of_batches(send, self.arguments, now, *self.method.batched)
        return await self.model()

    def named(self, coroutine: Coroutine[Any, Any, R]) -> Coroutine[Any, Any, R]:
        """Return a coroutine that Python names by the method where its `await` was forgotten."""
        unnamed: Any = coroutine
        unnamed.__qualname__ = self.method.operation.method_path
        return coroutine

    async def model(self) -> Any:
        """Return the model of the response."""
        return await self.send(self._read_model)

    async def response(
        self, stream_class: type[Stream[Any] | AsyncStream[Any]]
    ) -> APIResponse[Any]:
        """Return the HTTP response once `result` would return: nothing is retried later."""
        if self.stream:
            stream = stream_class(await self.send(self._open_events))
            return APIResponse(stream.response, lambda: stream)
        opened = await self.send(_read)
        response, content = opened.response, await opened.read()
        return APIResponse(response.httpx, lambda: self.decode(response, content))

    async def open(self) -> OpenResponse:
        """Return the HTTP response before its body is read.

        Where bytes are promised and something else has come, it is read: it may be an error.
        """
        return await self.send(
            self._check_content if self.method.operation.response is None else _unread
        )

    def decode(self, response: Response, content: bytes) -> Any:
        """Return the model of a response with the body `content`."""
        return self.method.decode(self.method.operation, response, content)

    def events(self, response: OpenResponse) -> EventSource[Any]:
        """Return what reads the event stream in the body of a response."""
        return EventSource(*self.method.streaming, response)

    async def _check_content(self, response: OpenResponse) -> OpenResponse:
        kind = response.response.header(b"content-type")
        if kind.startswith(("application/json", "text/")):
            await self._read_model(response)
        return response

    async def _read_model(self, response: OpenResponse) -> Any:
        return self.decode(response.response, await response.read())

    async def _open_events(self, response: OpenResponse) -> EventSource[Any]:
        return await open_events(*self.method.streaming, response)


class ResourceBase(NamesAttributes):
    """Methods of the API, sent by the engine of a client."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def _call(
        self,
        method: Method,
        arguments: Mapping[str, Any],
        path: tuple[str, ...] = (),
        *,
        stream: bool | None = False,
    ) -> Any:
        """Return the result of a call; `path` has the arguments that were given by position."""
        if method.operation.text_choice is not None:
            extra: Any = arguments.get("extra_body")
            sent = {**arguments, **extra} if hasattr(extra, "keys") else arguments
            method = method._replace(operation=method.operation.chosen(sent))
        stream = stream is not None and check_bool("stream", stream)
        return self._send(MethodCall(self._engine, method, arguments, path, stream))

    def _request(
        self,
        verb: str,
        path: tuple[Any, ...],
        answer: Any,
        options: Mapping[str, Any],
        *,
        stream: bool | None,
    ) -> Any:
        """Return the result of the call of an endpoint by its path."""
        with self._engine.importing:
            from .endpoints import endpoint

        method, arguments = endpoint(verb, path, answer, options, stream=stream)
        return self._call(method, arguments, stream=stream)

    def _send(self, call: MethodCall) -> Any:
        raise NotImplementedError

    def __repr__(self) -> str:
        name, url = type(self).__name__, self._engine.settings.base_url
        client = "AsyncApertis" if name.startswith("Async") else "Apertis"
        return f"<{name} of {client}(base_url={url!r})>"


class Resource(ResourceBase):
    """A resource of `Apertis`: calls return models and streams."""

    def _send(self, call: MethodCall) -> Any:
        return run_sync(call.result(Stream))


class AsyncResource(ResourceBase):
    """A resource of `AsyncApertis`: calls return coroutines of models and streams."""

    def _send(self, call: MethodCall) -> Coroutine[Any, Any, Any]:
        result = call.named(call.result(AsyncStream))
        if call.stream:
            return AwaitableStream[Any](result)
        return AwaitableList[Any, Any](result) if call.method.is_list else result


async def _read(response: OpenResponse) -> OpenResponse:
    await response.read()
    return response


async def _unread(response: OpenResponse) -> OpenResponse:
    return response
