# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""The calls of endpoints as HTTP responses: `client.with_raw_response.get` and so on."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from .._declared import declared
from .._resource.views import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .client_signatures import endpoint_signature

if TYPE_CHECKING:
    from typing import Unpack

    from typing_extensions import TypeForm

    from apertis_client._runtime.json_object import JSONObject

    from .._core.options import EndpointOptions
    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .._streaming.async_stream import AsyncStream
    from .._streaming.sync_stream import Stream

__all__ = [
    "AsyncClientWithRawResponse",
    "AsyncClientWithStreamingResponse",
    "ClientWithRawResponse",
    "ClientWithStreamingResponse",
]

T = TypeVar("T")
E = TypeVar("E", bound="JSONObject")


class ClientWithRawResponse(RawView):
    """The calls of endpoints by their paths."""

    @overload
    def get(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Any]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[T]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Stream[JSONObject]]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Stream[E]]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Any]: ...
    @declared(endpoint_signature, "APIResponse[Any]", keep_summary=True)
    def get(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Get what is at a path of the API."""
        return self._request("get", path, answer, options, stream=stream)

    @overload
    def post(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Any]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[T]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Stream[JSONObject]]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Stream[E]]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Any]: ...
    @declared(endpoint_signature, "APIResponse[Any]", keep_summary=True)
    def post(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Send a body to a path of the API."""
        return self._request("post", path, answer, options, stream=stream)

    @overload
    def put(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Any]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[T]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Stream[JSONObject]]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Stream[E]]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Any]: ...
    @declared(endpoint_signature, "APIResponse[Any]", keep_summary=True)
    def put(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Put a body at a path of the API."""
        return self._request("put", path, answer, options, stream=stream)

    @overload
    def patch(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Any]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[T]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Stream[JSONObject]]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Stream[E]]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Any]: ...
    @declared(endpoint_signature, "APIResponse[Any]", keep_summary=True)
    def patch(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Change what is at a path of the API."""
        return self._request("patch", path, answer, options, stream=stream)

    @overload
    def delete(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Any]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[T]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Stream[JSONObject]]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Stream[E]]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> APIResponse[Any]: ...
    @declared(endpoint_signature, "APIResponse[Any]", keep_summary=True)
    def delete(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Delete what is at a path of the API."""
        return self._request("delete", path, answer, options, stream=stream)


class AsyncClientWithRawResponse(AsyncRawView):
    """The calls of endpoints by their paths."""

    @overload
    def get(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[Any]]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[T]]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[JSONObject]]]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[E]]]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[Any]]: ...
    @declared(
        endpoint_signature,
        "Coroutine[Any, Any, APIResponse[Any]]",
        keep_summary=True,
        is_coroutine=True,
    )
    def get(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Get what is at a path of the API."""
        return self._request("get", path, answer, options, stream=stream)

    @overload
    def post(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[Any]]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[T]]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[JSONObject]]]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[E]]]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[Any]]: ...
    @declared(
        endpoint_signature,
        "Coroutine[Any, Any, APIResponse[Any]]",
        keep_summary=True,
        is_coroutine=True,
    )
    def post(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Send a body to a path of the API."""
        return self._request("post", path, answer, options, stream=stream)

    @overload
    def put(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[Any]]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[T]]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[JSONObject]]]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[E]]]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[Any]]: ...
    @declared(
        endpoint_signature,
        "Coroutine[Any, Any, APIResponse[Any]]",
        keep_summary=True,
        is_coroutine=True,
    )
    def put(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Put a body at a path of the API."""
        return self._request("put", path, answer, options, stream=stream)

    @overload
    def patch(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[Any]]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[T]]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[JSONObject]]]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[E]]]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[Any]]: ...
    @declared(
        endpoint_signature,
        "Coroutine[Any, Any, APIResponse[Any]]",
        keep_summary=True,
        is_coroutine=True,
    )
    def patch(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Change what is at a path of the API."""
        return self._request("patch", path, answer, options, stream=stream)

    @overload
    def delete(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[Any]]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[T]]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[JSONObject]]]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[E]]]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, APIResponse[Any]]: ...
    @declared(
        endpoint_signature,
        "Coroutine[Any, Any, APIResponse[Any]]",
        keep_summary=True,
        is_coroutine=True,
    )
    def delete(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Delete what is at a path of the API."""
        return self._request("delete", path, answer, options, stream=stream)


class ClientWithStreamingResponse(StreamingView):
    """The calls of endpoints by their paths."""

    @overload
    def get(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Any]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[T]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Stream[JSONObject]]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Stream[E]]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Any]: ...
    @declared(endpoint_signature, "StreamingAPIResponseManager[Any]", keep_summary=True)
    def get(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Get what is at a path of the API."""
        return self._request("get", path, answer, options, stream=stream)

    @overload
    def post(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Any]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[T]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Stream[JSONObject]]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Stream[E]]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Any]: ...
    @declared(endpoint_signature, "StreamingAPIResponseManager[Any]", keep_summary=True)
    def post(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Send a body to a path of the API."""
        return self._request("post", path, answer, options, stream=stream)

    @overload
    def put(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Any]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[T]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Stream[JSONObject]]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Stream[E]]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Any]: ...
    @declared(endpoint_signature, "StreamingAPIResponseManager[Any]", keep_summary=True)
    def put(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Put a body at a path of the API."""
        return self._request("put", path, answer, options, stream=stream)

    @overload
    def patch(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Any]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[T]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Stream[JSONObject]]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Stream[E]]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Any]: ...
    @declared(endpoint_signature, "StreamingAPIResponseManager[Any]", keep_summary=True)
    def patch(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Change what is at a path of the API."""
        return self._request("patch", path, answer, options, stream=stream)

    @overload
    def delete(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Any]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[T]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Stream[JSONObject]]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Stream[E]]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> StreamingAPIResponseManager[Any]: ...
    @declared(endpoint_signature, "StreamingAPIResponseManager[Any]", keep_summary=True)
    def delete(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Delete what is at a path of the API."""
        return self._request("delete", path, answer, options, stream=stream)


class AsyncClientWithStreamingResponse(AsyncStreamingView):
    """The calls of endpoints by their paths."""

    @overload
    def get(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[Any]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[T]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[JSONObject]]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[E]]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[Any]: ...
    @declared(endpoint_signature, "AsyncStreamingAPIResponseManager[Any]", keep_summary=True)
    def get(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Get what is at a path of the API."""
        return self._request("get", path, answer, options, stream=stream)

    @overload
    def post(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[Any]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[T]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[JSONObject]]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[E]]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[Any]: ...
    @declared(endpoint_signature, "AsyncStreamingAPIResponseManager[Any]", keep_summary=True)
    def post(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Send a body to a path of the API."""
        return self._request("post", path, answer, options, stream=stream)

    @overload
    def put(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[Any]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[T]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[JSONObject]]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[E]]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[Any]: ...
    @declared(endpoint_signature, "AsyncStreamingAPIResponseManager[Any]", keep_summary=True)
    def put(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Put a body at a path of the API."""
        return self._request("put", path, answer, options, stream=stream)

    @overload
    def patch(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[Any]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[T]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[JSONObject]]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[E]]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[Any]: ...
    @declared(endpoint_signature, "AsyncStreamingAPIResponseManager[Any]", keep_summary=True)
    def patch(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Change what is at a path of the API."""
        return self._request("patch", path, answer, options, stream=stream)

    @overload
    def delete(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[Any]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[T]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[JSONObject]]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[E]]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> AsyncStreamingAPIResponseManager[Any]: ...
    @declared(endpoint_signature, "AsyncStreamingAPIResponseManager[Any]", keep_summary=True)
    def delete(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Delete what is at a path of the API."""
        return self._request("delete", path, answer, options, stream=stream)
