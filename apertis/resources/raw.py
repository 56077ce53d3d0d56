"""The calls of each resource, answered as HTTP gave it: `with_raw_response` and its sibling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from apertis_client.api.chat import create_chat_completion
from apertis_client.api.models import list_models, retrieve_model

from .._core.signature import documented
from .._streaming.raw import (
    APIResponse,
    AsyncStreamingAPIResponseManager,
    Request,
    StreamingAPIResponseManager,
)
from .._streaming.stream import AsyncStream, Stream
from .._transport.run_sync import run_sync

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Unpack

    from apertis_client.models import ChatCompletion, ChatCompletionChunk, Model, ModelList

    from .._core.engine import Engine
    from .._core.options import RequestOptions
    from .chat import CreateParams
    from .models import ListParams, RetrieveParams

__all__ = [
    "AsyncRawCompletions",
    "AsyncRawModels",
    "AsyncUnreadCompletions",
    "AsyncUnreadModels",
    "RawCompletions",
    "RawModels",
    "UnreadCompletions",
    "UnreadModels",
]


class _View:
    """A resource seen through its answers."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine


class RawCompletions(_View):
    """Answered by HTTP responses."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateParams]
    ) -> APIResponse[ChatCompletion]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateParams]
    ) -> APIResponse[Stream[ChatCompletionChunk]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateParams]
    ) -> APIResponse[ChatCompletion | Stream[ChatCompletionChunk]]: ...
    @documented(create_chat_completion)
    def create(self, *, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation."""
        request = Request(self._engine, create_chat_completion.OPERATION, params, stream=stream)
        return run_sync(request.response(Stream))


class AsyncRawCompletions(_View):
    """Answered by HTTP responses."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateParams]
    ) -> Coroutine[Any, Any, APIResponse[ChatCompletion]]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateParams]
    ) -> Coroutine[Any, Any, APIResponse[AsyncStream[ChatCompletionChunk]]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateParams]
    ) -> Coroutine[Any, Any, APIResponse[ChatCompletion | AsyncStream[ChatCompletionChunk]]]: ...
    @documented(create_chat_completion)
    def create(self, *, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation."""
        request = Request(self._engine, create_chat_completion.OPERATION, params, stream=stream)
        return request.response(AsyncStream)


class UnreadCompletions(_View):
    """Answered by HTTP responses whose bodies are read when asked for."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateParams]
    ) -> StreamingAPIResponseManager[ChatCompletion]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateParams]
    ) -> StreamingAPIResponseManager[Stream[ChatCompletionChunk]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateParams]
    ) -> StreamingAPIResponseManager[ChatCompletion | Stream[ChatCompletionChunk]]: ...
    @documented(create_chat_completion)
    def create(self, *, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation."""
        request = Request(self._engine, create_chat_completion.OPERATION, params, stream=stream)
        return StreamingAPIResponseManager[Any](request)


class AsyncUnreadCompletions(_View):
    """Answered by HTTP responses whose bodies are read when asked for."""

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateParams]
    ) -> AsyncStreamingAPIResponseManager[ChatCompletion]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateParams]
    ) -> AsyncStreamingAPIResponseManager[AsyncStream[ChatCompletionChunk]]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateParams]
    ) -> AsyncStreamingAPIResponseManager[ChatCompletion | AsyncStream[ChatCompletionChunk]]: ...
    @documented(create_chat_completion)
    def create(self, *, stream: bool | None = None, **params: Any) -> Any:
        """Create a model's answer to a conversation."""
        request = Request(self._engine, create_chat_completion.OPERATION, params, stream=stream)
        return AsyncStreamingAPIResponseManager[Any](request)


class RawModels(_View):
    """Answered by HTTP responses."""

    @documented(list_models)
    def list(self, **params: Unpack[ListParams]) -> APIResponse[ModelList]:
        """List the models that the key can use."""
        request = Request(self._engine, list_models.OPERATION, params)
        return run_sync(request.response(Stream))

    @overload
    def retrieve(self, id: str, /, **options: Unpack[RequestOptions]) -> APIResponse[Model]: ...
    @overload
    def retrieve(self, **params: Unpack[RetrieveParams]) -> APIResponse[Model]: ...
    @documented(retrieve_model)
    def retrieve(self, *path: str, **params: Any) -> Any:
        """Look up one model by its id."""
        request = Request(self._engine, retrieve_model.OPERATION, params, path=path)
        return run_sync(request.response(Stream))


class AsyncRawModels(_View):
    """Answered by HTTP responses."""

    @documented(list_models)
    def list(self, **params: Unpack[ListParams]) -> Coroutine[Any, Any, APIResponse[ModelList]]:
        """List the models that the key can use."""
        request = Request(self._engine, list_models.OPERATION, params)
        return request.response(AsyncStream)

    @overload
    def retrieve(
        self, id: str, /, **options: Unpack[RequestOptions]
    ) -> Coroutine[Any, Any, APIResponse[Model]]: ...
    @overload
    def retrieve(
        self, **params: Unpack[RetrieveParams]
    ) -> Coroutine[Any, Any, APIResponse[Model]]: ...
    @documented(retrieve_model)
    def retrieve(self, *path: str, **params: Any) -> Any:
        """Look up one model by its id."""
        request = Request(self._engine, retrieve_model.OPERATION, params, path=path)
        return request.response(AsyncStream)


class UnreadModels(_View):
    """Answered by HTTP responses whose bodies are read when asked for."""

    @documented(list_models)
    def list(self, **params: Unpack[ListParams]) -> StreamingAPIResponseManager[ModelList]:
        """List the models that the key can use."""
        request = Request(self._engine, list_models.OPERATION, params)
        return StreamingAPIResponseManager[Any](request)

    @overload
    def retrieve(
        self, id: str, /, **options: Unpack[RequestOptions]
    ) -> StreamingAPIResponseManager[Model]: ...
    @overload
    def retrieve(self, **params: Unpack[RetrieveParams]) -> StreamingAPIResponseManager[Model]: ...
    @documented(retrieve_model)
    def retrieve(self, *path: str, **params: Any) -> Any:
        """Look up one model by its id."""
        request = Request(self._engine, retrieve_model.OPERATION, params, path=path)
        return StreamingAPIResponseManager[Any](request)


class AsyncUnreadModels(_View):
    """Answered by HTTP responses whose bodies are read when asked for."""

    @documented(list_models)
    def list(self, **params: Unpack[ListParams]) -> AsyncStreamingAPIResponseManager[ModelList]:
        """List the models that the key can use."""
        request = Request(self._engine, list_models.OPERATION, params)
        return AsyncStreamingAPIResponseManager[Any](request)

    @overload
    def retrieve(
        self, id: str, /, **options: Unpack[RequestOptions]
    ) -> AsyncStreamingAPIResponseManager[Model]: ...
    @overload
    def retrieve(
        self, **params: Unpack[RetrieveParams]
    ) -> AsyncStreamingAPIResponseManager[Model]: ...
    @documented(retrieve_model)
    def retrieve(self, *path: str, **params: Any) -> Any:
        """Look up one model by its id."""
        request = Request(self._engine, retrieve_model.OPERATION, params, path=path)
        return AsyncStreamingAPIResponseManager[Any](request)
