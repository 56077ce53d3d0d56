# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.responses` as HTTP responses: `with_raw_response`, `with_streaming_response`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Literal, overload

from .._declared import declared
from .._resource.base import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .responses import CREATE_RESPONSE, create_response_signature

if TYPE_CHECKING:
    from typing import Unpack

    from apertis_client.models import (
        Response,
        ResponseStreamEvent,
    )

    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .._streaming.async_stream import AsyncStream
    from .._streaming.sync_stream import Stream
    from .responses import CreateResponseParams

__all__ = [
    "AsyncResponsesWithRawResponse",
    "AsyncResponsesWithStreamingResponse",
    "ResponsesWithRawResponse",
    "ResponsesWithStreamingResponse",
]


class ResponsesWithRawResponse(RawView):
    """The methods of `Responses`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateResponseParams]
    ) -> APIResponse[Response]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateResponseParams]
    ) -> APIResponse[Stream[ResponseStreamEvent]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateResponseParams]
    ) -> APIResponse[Response | Stream[ResponseStreamEvent]]: ...
    @declared(create_response_signature, "APIResponse[Response | Stream[ResponseStreamEvent]]")
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to an input, in the form of OpenAI's Responses API."""
        return self._call(CREATE_RESPONSE, params, path, stream=stream)


class AsyncResponsesWithRawResponse(AsyncRawView):
    """The methods of `AsyncResponses`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateResponseParams]
    ) -> Coroutine[Any, Any, APIResponse[Response]]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateResponseParams]
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[ResponseStreamEvent]]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateResponseParams]
    ) -> Coroutine[Any, Any, APIResponse[Response | AsyncStream[ResponseStreamEvent]]]: ...
    @declared(
        create_response_signature,
        "Coroutine[Any, Any, APIResponse[Response | AsyncStream[ResponseStreamEvent]]]",
        is_coroutine=True,
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to an input, in the form of OpenAI's Responses API."""
        return self._call(CREATE_RESPONSE, params, path, stream=stream)


class ResponsesWithStreamingResponse(StreamingView):
    """The methods of `Responses`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateResponseParams]
    ) -> StreamingAPIResponseManager[Response]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateResponseParams]
    ) -> StreamingAPIResponseManager[Stream[ResponseStreamEvent]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateResponseParams]
    ) -> StreamingAPIResponseManager[Response | Stream[ResponseStreamEvent]]: ...
    @declared(
        create_response_signature,
        "StreamingAPIResponseManager[Response | Stream[ResponseStreamEvent]]",
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to an input, in the form of OpenAI's Responses API."""
        return self._call(CREATE_RESPONSE, params, path, stream=stream)


class AsyncResponsesWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncResponses`."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateResponseParams]
    ) -> AsyncStreamingAPIResponseManager[Response]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateResponseParams]
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[ResponseStreamEvent]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateResponseParams]
    ) -> AsyncStreamingAPIResponseManager[Response | AsyncStream[ResponseStreamEvent]]: ...
    @declared(
        create_response_signature,
        "AsyncStreamingAPIResponseManager[Response | AsyncStream[ResponseStreamEvent]]",
    )
    def create(self, *path: Any, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to an input, in the form of OpenAI's Responses API."""
        return self._call(CREATE_RESPONSE, params, path, stream=stream)
