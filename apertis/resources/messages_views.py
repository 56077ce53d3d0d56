# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.messages` as HTTP responses: `with_raw_response`, `with_streaming_response`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Literal, overload

from .._declared import declared
from .._resource.base import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .messages import CREATE_MESSAGE, create_message_signature

if TYPE_CHECKING:
    from typing import Unpack

    from apertis_client.models import (
        Message,
        MessageStreamEvent,
    )

    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .._streaming.async_stream import AsyncStream
    from .._streaming.sync_stream import Stream
    from .messages import CreateMessageParams

__all__ = [
    "AsyncMessagesWithRawResponse",
    "AsyncMessagesWithStreamingResponse",
    "MessagesWithRawResponse",
    "MessagesWithStreamingResponse",
]


class MessagesWithRawResponse(RawView):
    """The methods of `Messages`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateMessageParams]
    ) -> APIResponse[Message]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateMessageParams]
    ) -> APIResponse[Stream[MessageStreamEvent]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateMessageParams]
    ) -> APIResponse[Message | Stream[MessageStreamEvent]]: ...
    @declared(create_message_signature, "APIResponse[Message | Stream[MessageStreamEvent]]")
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation, in the form of Anthropic's Messages API."""
        return self._call(CREATE_MESSAGE, params, path, stream=stream)


class AsyncMessagesWithRawResponse(AsyncRawView):
    """The methods of `AsyncMessages`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateMessageParams]
    ) -> Coroutine[Any, Any, APIResponse[Message]]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateMessageParams]
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[MessageStreamEvent]]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateMessageParams]
    ) -> Coroutine[Any, Any, APIResponse[Message | AsyncStream[MessageStreamEvent]]]: ...
    @declared(
        create_message_signature,
        "Coroutine[Any, Any, APIResponse[Message | AsyncStream[MessageStreamEvent]]]",
        is_coroutine=True,
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation, in the form of Anthropic's Messages API."""
        return self._call(CREATE_MESSAGE, params, path, stream=stream)


class MessagesWithStreamingResponse(StreamingView):
    """The methods of `Messages`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateMessageParams]
    ) -> StreamingAPIResponseManager[Message]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateMessageParams]
    ) -> StreamingAPIResponseManager[Stream[MessageStreamEvent]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateMessageParams]
    ) -> StreamingAPIResponseManager[Message | Stream[MessageStreamEvent]]: ...
    @declared(
        create_message_signature,
        "StreamingAPIResponseManager[Message | Stream[MessageStreamEvent]]",
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation, in the form of Anthropic's Messages API."""
        return self._call(CREATE_MESSAGE, params, path, stream=stream)


class AsyncMessagesWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncMessages`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateMessageParams]
    ) -> AsyncStreamingAPIResponseManager[Message]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateMessageParams]
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[MessageStreamEvent]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateMessageParams]
    ) -> AsyncStreamingAPIResponseManager[Message | AsyncStream[MessageStreamEvent]]: ...
    @declared(
        create_message_signature,
        "AsyncStreamingAPIResponseManager[Message | AsyncStream[MessageStreamEvent]]",
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation, in the form of Anthropic's Messages API."""
        return self._call(CREATE_MESSAGE, params, path, stream=stream)
