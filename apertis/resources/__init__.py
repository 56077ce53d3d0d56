# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""The resources of the clients, each loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from .._declared import declared, resolvable
from .client_signatures import endpoint_signature

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Unpack

    from typing_extensions import TypeForm

    from apertis_client._runtime.json_object import JSONObject

    from .._core.engine import Engine
    from .._core.options import EndpointOptions
    from .._streaming.awaitable import AwaitableStream
    from .._streaming.sync_stream import Stream
    from .audio import AsyncAudio, Audio
    from .billing import AsyncBilling, Billing
    from .chat import AsyncChat, Chat
    from .client_views import (
        AsyncClientWithRawResponse,
        AsyncClientWithStreamingResponse,
        ClientWithRawResponse,
        ClientWithStreamingResponse,
    )
    from .embeddings import AsyncEmbeddings, Embeddings
    from .images import AsyncImages, Images
    from .messages import AsyncMessages, Messages
    from .models import AsyncModels, Models
    from .rerank import AsyncRerank, Rerank
    from .responses import AsyncResponses, Responses
    from .video import AsyncVideoResource, VideoResource
    from .videos import AsyncVideos, Videos

__all__ = ["AsyncClientResources", "ClientResources"]

T = TypeVar("T")
E = TypeVar("E", bound="JSONObject")


class ClientResources:
    """The resources of `Apertis`."""

    if TYPE_CHECKING:
        _engine: Engine

    @cached_property
    @resolvable
    def chat(self) -> Chat:
        """Talk to a model. The answer comes as a whole or as a stream of chunks."""
        with self._engine.importing:
            from .chat import Chat

        return Chat(self._engine)

    @cached_property
    @resolvable
    def messages(self) -> Messages:
        """Talk to a Claude model in the form of Anthropic's Messages API."""
        with self._engine.importing:
            from .messages import Messages

        return Messages(self._engine)

    @cached_property
    @resolvable
    def responses(self) -> Responses:
        """Talk to a model in the form of OpenAI's Responses API."""
        with self._engine.importing:
            from .responses import Responses

        return Responses(self._engine)

    @cached_property
    @resolvable
    def models(self) -> Models:
        """List and look up the models that the key can use."""
        with self._engine.importing:
            from .models import Models

        return Models(self._engine)

    @cached_property
    @resolvable
    def embeddings(self) -> Embeddings:
        """Turn texts into vectors, whose distance says how much the texts have in common."""
        with self._engine.importing:
            from .embeddings import Embeddings

        return Embeddings(self._engine)

    @cached_property
    @resolvable
    def rerank(self) -> Rerank:
        """Order documents by how well they answer a question."""
        with self._engine.importing:
            from .rerank import Rerank

        return Rerank(self._engine)

    @cached_property
    @resolvable
    def audio(self) -> Audio:
        """Turn text into speech, and speech into text."""
        with self._engine.importing:
            from .audio import Audio

        return Audio(self._engine)

    @cached_property
    @resolvable
    def images(self) -> Images:
        """Make images, and change them."""
        with self._engine.importing:
            from .images import Images

        return Images(self._engine)

    @cached_property
    @resolvable
    def videos(self) -> Videos:
        """Have videos made."""
        with self._engine.importing:
            from .videos import Videos

        return Videos(self._engine)

    @cached_property
    @resolvable
    def video(self) -> VideoResource:
        """Have videos made."""
        with self._engine.importing:
            from .video import VideoResource

        return VideoResource(self._engine)

    @cached_property
    @resolvable
    def billing(self) -> Billing:
        """Ask what the key has left to spend."""
        with self._engine.importing:
            from .billing import Billing

        return Billing(self._engine)

    @cached_property
    @resolvable
    def with_raw_response(self) -> ClientWithRawResponse:
        """`get`, `post` and so on, which return the HTTP response; its `parse` gives the result."""
        with self._engine.importing:
            from .client_views import ClientWithRawResponse

        return ClientWithRawResponse(self._engine)

    @cached_property
    @resolvable
    def with_streaming_response(self) -> ClientWithStreamingResponse:
        """The same as context managers, with HTTP responses that are read on demand."""
        with self._engine.importing:
            from .client_views import ClientWithStreamingResponse

        return ClientWithStreamingResponse(self._engine)

    @overload
    def get(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Any: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> T: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Stream[JSONObject]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Stream[E]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Any: ...
    @declared(endpoint_signature, "Any", keep_summary=True)
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
    ) -> Any: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> T: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Stream[JSONObject]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Stream[E]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Any: ...
    @declared(endpoint_signature, "Any", keep_summary=True)
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
    ) -> Any: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> T: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Stream[JSONObject]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Stream[E]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Any: ...
    @declared(endpoint_signature, "Any", keep_summary=True)
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
    ) -> Any: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> T: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Stream[JSONObject]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Stream[E]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Any: ...
    @declared(endpoint_signature, "Any", keep_summary=True)
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
    ) -> Any: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> T: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Stream[JSONObject]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> Stream[E]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Any: ...
    @declared(endpoint_signature, "Any", keep_summary=True)
    def delete(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Delete what is at a path of the API."""
        return self._request("delete", path, answer, options, stream=stream)

    def _request(self, *arguments: Any, stream: bool | None) -> Any:
        with self._engine.importing:
            from .._resource.base import Resource

        resource: Any = Resource(self._engine)
        return resource._request(*arguments, stream=stream)


class AsyncClientResources:
    """The resources of `AsyncApertis`."""

    if TYPE_CHECKING:
        _engine: Engine

    @cached_property
    @resolvable
    def chat(self) -> AsyncChat:
        """Talk to a model. The answer comes as a whole or as a stream of chunks."""
        with self._engine.importing:
            from .chat import AsyncChat

        return AsyncChat(self._engine)

    @cached_property
    @resolvable
    def messages(self) -> AsyncMessages:
        """Talk to a Claude model in the form of Anthropic's Messages API."""
        with self._engine.importing:
            from .messages import AsyncMessages

        return AsyncMessages(self._engine)

    @cached_property
    @resolvable
    def responses(self) -> AsyncResponses:
        """Talk to a model in the form of OpenAI's Responses API."""
        with self._engine.importing:
            from .responses import AsyncResponses

        return AsyncResponses(self._engine)

    @cached_property
    @resolvable
    def models(self) -> AsyncModels:
        """List and look up the models that the key can use."""
        with self._engine.importing:
            from .models import AsyncModels

        return AsyncModels(self._engine)

    @cached_property
    @resolvable
    def embeddings(self) -> AsyncEmbeddings:
        """Turn texts into vectors, whose distance says how much the texts have in common."""
        with self._engine.importing:
            from .embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self._engine)

    @cached_property
    @resolvable
    def rerank(self) -> AsyncRerank:
        """Order documents by how well they answer a question."""
        with self._engine.importing:
            from .rerank import AsyncRerank

        return AsyncRerank(self._engine)

    @cached_property
    @resolvable
    def audio(self) -> AsyncAudio:
        """Turn text into speech, and speech into text."""
        with self._engine.importing:
            from .audio import AsyncAudio

        return AsyncAudio(self._engine)

    @cached_property
    @resolvable
    def images(self) -> AsyncImages:
        """Make images, and change them."""
        with self._engine.importing:
            from .images import AsyncImages

        return AsyncImages(self._engine)

    @cached_property
    @resolvable
    def videos(self) -> AsyncVideos:
        """Have videos made."""
        with self._engine.importing:
            from .videos import AsyncVideos

        return AsyncVideos(self._engine)

    @cached_property
    @resolvable
    def video(self) -> AsyncVideoResource:
        """Have videos made."""
        with self._engine.importing:
            from .video import AsyncVideoResource

        return AsyncVideoResource(self._engine)

    @cached_property
    @resolvable
    def billing(self) -> AsyncBilling:
        """Ask what the key has left to spend."""
        with self._engine.importing:
            from .billing import AsyncBilling

        return AsyncBilling(self._engine)

    @cached_property
    @resolvable
    def with_raw_response(self) -> AsyncClientWithRawResponse:
        """`get`, `post` and so on, which return the HTTP response; its `parse` gives the result."""
        with self._engine.importing:
            from .client_views import AsyncClientWithRawResponse

        return AsyncClientWithRawResponse(self._engine)

    @cached_property
    @resolvable
    def with_streaming_response(self) -> AsyncClientWithStreamingResponse:
        """The same as context managers, with HTTP responses that are read on demand."""
        with self._engine.importing:
            from .client_views import AsyncClientWithStreamingResponse

        return AsyncClientWithStreamingResponse(self._engine)

    @overload
    def get(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, Any]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, T]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AwaitableStream[JSONObject]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AwaitableStream[E]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, Any]: ...
    @declared(endpoint_signature, "Coroutine[Any, Any, Any]", keep_summary=True, is_coroutine=True)
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
    ) -> Coroutine[Any, Any, Any]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, T]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AwaitableStream[JSONObject]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AwaitableStream[E]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, Any]: ...
    @declared(endpoint_signature, "Coroutine[Any, Any, Any]", keep_summary=True, is_coroutine=True)
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
    ) -> Coroutine[Any, Any, Any]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, T]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AwaitableStream[JSONObject]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AwaitableStream[E]: ...
    @overload
    def put(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, Any]: ...
    @declared(endpoint_signature, "Coroutine[Any, Any, Any]", keep_summary=True, is_coroutine=True)
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
    ) -> Coroutine[Any, Any, Any]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, T]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AwaitableStream[JSONObject]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AwaitableStream[E]: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, Any]: ...
    @declared(endpoint_signature, "Coroutine[Any, Any, Any]", keep_summary=True, is_coroutine=True)
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
    ) -> Coroutine[Any, Any, Any]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: TypeForm[T],
        stream: Literal[False] | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, T]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: None = None,
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AwaitableStream[JSONObject]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: type[E],
        stream: Literal[True],
        **options: Unpack[EndpointOptions],
    ) -> AwaitableStream[E]: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        answer: Any = None,
        stream: bool | None = None,
        **options: Unpack[EndpointOptions],
    ) -> Coroutine[Any, Any, Any]: ...
    @declared(endpoint_signature, "Coroutine[Any, Any, Any]", keep_summary=True, is_coroutine=True)
    def delete(
        self, *path: Any, answer: Any = None, stream: bool | None = None, **options: Any
    ) -> Any:
        """Delete what is at a path of the API."""
        return self._request("delete", path, answer, options, stream=stream)

    def _request(self, *arguments: Any, stream: bool | None) -> Any:
        with self._engine.importing:
            from .._resource.base import AsyncResource

        resource: Any = AsyncResource(self._engine)
        return resource._request(*arguments, stream=stream)
