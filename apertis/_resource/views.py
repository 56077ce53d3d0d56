"""How the calls of a resource return HTTP responses: a base class for each kind of them."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from .._importing import importing
from .._streaming.async_stream import AsyncStream
from .._streaming.sync_stream import Stream
from .._transport.run_sync import run_sync
from .base import MethodCall, ResourceBase

if TYPE_CHECKING:
    from .async_streaming_responses import AsyncStreamingAPIResponseManager
    from .responses import APIResponse
    from .sync_streaming_responses import StreamingAPIResponseManager

__all__ = ["AsyncRawView", "AsyncStreamingView", "RawView", "StreamingView"]


class RawView(ResourceBase):
    """The calls of a resource, which return HTTP responses."""

    def _send(self, call: MethodCall) -> APIResponse[Any]:
        return run_sync(call.response(Stream))


class AsyncRawView(ResourceBase):
    """The calls of an asynchronous resource, which return HTTP responses."""

    def _send(self, call: MethodCall) -> Coroutine[Any, Any, APIResponse[Any]]:
        return call.named(call.response(AsyncStream))


class StreamingView(ResourceBase):
    """The calls of a resource, which return HTTP responses whose body is read on demand."""

    def _send(self, call: MethodCall) -> StreamingAPIResponseManager[Any]:
        with importing:
            from .sync_streaming_responses import StreamingAPIResponseManager

        return StreamingAPIResponseManager(call)


class AsyncStreamingView(ResourceBase):
    """The same for an asynchronous resource."""

    def _send(self, call: MethodCall) -> AsyncStreamingAPIResponseManager[Any]:
        with importing:
            from .async_streaming_responses import AsyncStreamingAPIResponseManager

        return AsyncStreamingAPIResponseManager(call)
