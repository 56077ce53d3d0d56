"""`client.chat.completions`: talk to a model."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Literal, overload

from apertis_client.api.chat import create_chat_completion

from .._requests import AsyncStreamRequest
from .._signature import documented
from .._streaming import AsyncStream, Stream
from .._transport import run

if TYPE_CHECKING:
    from typing import Unpack

    from apertis_client.models import ChatCompletion, ChatCompletionChunk

    from .._engine import Engine
    from .._options import RequestOptions

    class CreateParams(create_chat_completion.Params, RequestOptions):
        """Everything that `create` takes but `stream`."""


__all__ = ["AsyncChat", "AsyncCompletions", "Chat", "Completions"]


class Completions:
    """The completions of a client."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateParams]
    ) -> ChatCompletion: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateParams]
    ) -> Stream[ChatCompletionChunk]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateParams]
    ) -> ChatCompletion | Stream[ChatCompletionChunk]: ...
    @documented(create_chat_completion)
    def create(
        self, *, stream: bool | None = None, **params: Any
    ) -> ChatCompletion | Stream[ChatCompletionChunk]:
        """Create a model's answer to a conversation; with `stream=True`, as it is written."""
        if stream:
            return Stream(run(self._engine.open(create_chat_completion.OPERATION, params)))
        return run(self._engine.call(create_chat_completion.OPERATION, params))


class AsyncCompletions:
    """The completions of an asynchronous client."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateParams]
    ) -> Coroutine[Any, Any, ChatCompletion]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateParams]
    ) -> AsyncStreamRequest[ChatCompletionChunk]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateParams]
    ) -> Coroutine[Any, Any, ChatCompletion | AsyncStream[ChatCompletionChunk]]: ...
    @documented(create_chat_completion)
    def create(
        self, *, stream: bool | None = None, **params: Any
    ) -> Coroutine[Any, Any, ChatCompletion | AsyncStream[ChatCompletionChunk]]:
        """Create a model's answer to a conversation; with `stream=True`, as it is written."""
        if stream:
            return AsyncStreamRequest(self._open(params))
        return self._engine.call(create_chat_completion.OPERATION, params)

    async def _open(self, params: dict[str, Any]) -> AsyncStream[ChatCompletionChunk]:
        return AsyncStream(await self._engine.open(create_chat_completion.OPERATION, params))


class Chat:
    """The chat resources of a client."""

    def __init__(self, engine: Engine) -> None:
        self.completions = Completions(engine)


class AsyncChat:
    """The chat resources of an asynchronous client."""

    def __init__(self, engine: Engine) -> None:
        self.completions = AsyncCompletions(engine)
