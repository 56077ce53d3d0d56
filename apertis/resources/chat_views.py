# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.chat` as HTTP responses: `with_raw_response`, `with_streaming_response`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Literal, overload

from .._declared import declared
from .._resource.base import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .chat import CREATE_CHAT_COMPLETION, create_chat_completion_signature

if TYPE_CHECKING:
    from typing import Unpack

    from apertis_client.models import (
        ChatCompletion,
        ChatCompletionChunk,
    )

    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .._streaming.async_stream import AsyncStream
    from .._streaming.sync_stream import Stream
    from .chat import CreateChatCompletionParams

__all__ = [
    "AsyncCompletionsWithRawResponse",
    "AsyncCompletionsWithStreamingResponse",
    "CompletionsWithRawResponse",
    "CompletionsWithStreamingResponse",
]


class CompletionsWithRawResponse(RawView):
    """The methods of `Completions`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateChatCompletionParams]
    ) -> APIResponse[ChatCompletion]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateChatCompletionParams]
    ) -> APIResponse[Stream[ChatCompletionChunk]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateChatCompletionParams]
    ) -> APIResponse[ChatCompletion | Stream[ChatCompletionChunk]]: ...
    @declared(
        create_chat_completion_signature,
        "APIResponse[ChatCompletion | Stream[ChatCompletionChunk]]",
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation."""
        return self._call(CREATE_CHAT_COMPLETION, params, path, stream=stream)


class AsyncCompletionsWithRawResponse(AsyncRawView):
    """The methods of `AsyncCompletions`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateChatCompletionParams]
    ) -> Coroutine[Any, Any, APIResponse[ChatCompletion]]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateChatCompletionParams]
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[ChatCompletionChunk]]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateChatCompletionParams]
    ) -> Coroutine[Any, Any, APIResponse[ChatCompletion | AsyncStream[ChatCompletionChunk]]]: ...
    @declared(
        create_chat_completion_signature,
        "Coroutine[Any, Any, APIResponse[ChatCompletion | AsyncStream[ChatCompletionChunk]]]",
        is_coroutine=True,
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation."""
        return self._call(CREATE_CHAT_COMPLETION, params, path, stream=stream)


class CompletionsWithStreamingResponse(StreamingView):
    """The methods of `Completions`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateChatCompletionParams]
    ) -> StreamingAPIResponseManager[ChatCompletion]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateChatCompletionParams]
    ) -> StreamingAPIResponseManager[Stream[ChatCompletionChunk]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateChatCompletionParams]
    ) -> StreamingAPIResponseManager[ChatCompletion | Stream[ChatCompletionChunk]]: ...
    @declared(
        create_chat_completion_signature,
        "StreamingAPIResponseManager[ChatCompletion | Stream[ChatCompletionChunk]]",
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation."""
        return self._call(CREATE_CHAT_COMPLETION, params, path, stream=stream)


class AsyncCompletionsWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncCompletions`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateChatCompletionParams]
    ) -> AsyncStreamingAPIResponseManager[ChatCompletion]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateChatCompletionParams]
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[ChatCompletionChunk]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateChatCompletionParams]
    ) -> AsyncStreamingAPIResponseManager[ChatCompletion | AsyncStream[ChatCompletionChunk]]: ...
    @declared(
        create_chat_completion_signature,
        "AsyncStreamingAPIResponseManager[ChatCompletion | AsyncStream[ChatCompletionChunk]]",
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation."""
        return self._call(CREATE_CHAT_COMPLETION, params, path, stream=stream)
