"""The base classes of generated resources, one for each kind of result of a call."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping
from typing import TYPE_CHECKING, Any

from .._core.awaitable import AwaitableList
from .._streaming.awaitable_stream import AwaitableStream
from .._streaming.stream import AsyncStream, Stream
from .._transport.run_sync import run_sync
from .call import Method, MethodCall

if TYPE_CHECKING:
    from .._core.engine import Engine
    from .responses import APIResponse
    from .streaming_responses import (
        AsyncStreamingAPIResponseManager,
        StreamingAPIResponseManager,
    )

__all__ = [
    "AsyncRawView",
    "AsyncResource",
    "AsyncStreamingView",
    "Method",
    "RawView",
    "Resource",
    "StreamingView",
]


class _Base:
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
        return self._send(MethodCall(self._engine, method, arguments, path, bool(stream)))

    def _send(self, call: MethodCall) -> Any:
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of the client for {self._engine.settings.base_url}>"


class Resource(_Base):
    """A resource of `Apertis`: calls return models and streams."""

    def _send(self, call: MethodCall) -> Any:
        return run_sync(call.result(Stream))


class AsyncResource(_Base):
    """A resource of `AsyncApertis`: calls return coroutines of models and streams."""

    def _send(self, call: MethodCall) -> Coroutine[Any, Any, Any]:
        result = call.result(AsyncStream)
        if call.stream:
            return AwaitableStream[Any](result)
        return AwaitableList[Any, Any](result) if call.method.is_list else result


class RawView(_Base):
    """The calls of a resource, which return HTTP responses."""

    def _send(self, call: MethodCall) -> APIResponse[Any]:
        return run_sync(call.response(Stream))


class AsyncRawView(_Base):
    """The calls of an asynchronous resource, which return HTTP responses."""

    def _send(self, call: MethodCall) -> Coroutine[Any, Any, APIResponse[Any]]:
        return call.response(AsyncStream)


class StreamingView(_Base):
    """The calls of a resource, which return HTTP responses whose body is read on demand."""

    def _send(self, call: MethodCall) -> StreamingAPIResponseManager[Any]:
        from .streaming_responses import StreamingAPIResponseManager

        return StreamingAPIResponseManager(call)


class AsyncStreamingView(_Base):
    """The same for an asynchronous resource."""

    def _send(self, call: MethodCall) -> AsyncStreamingAPIResponseManager[Any]:
        from .streaming_responses import AsyncStreamingAPIResponseManager

        return AsyncStreamingAPIResponseManager(call)
