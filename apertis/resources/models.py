"""`client.models`: the models that the key can use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from apertis_client.api.models import list_models, retrieve_model

from .._core.awaitable import AwaitableList
from .._core.decode import receive_model
from .._core.signature import documented
from .._transport.run_sync import run_sync

if TYPE_CHECKING:
    from typing import Unpack

    from apertis_client.models import Model, ModelList

    from .._core.engine import Engine
    from .._core.options import RequestOptions
    from .raw import AsyncRawModels, AsyncUnreadModels, RawModels, UnreadModels

    class ListParams(list_models.Params, RequestOptions):
        """Everything that `list` takes."""

    class RetrieveParams(retrieve_model.Params, RequestOptions):
        """Everything that `retrieve` takes."""


__all__ = ["AsyncModels", "Models"]

_LIST = list_models.OPERATION
_MODELS = receive_model(_LIST)
_RETRIEVE = retrieve_model.OPERATION
_MODEL = receive_model(_RETRIEVE)


class Models:
    """The models of a client."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @cached_property
    def with_raw_response(self) -> RawModels:
        """The same calls, which return the HTTP response; its `parse` gives the answer."""
        from .raw import RawModels

        return RawModels(self._engine)

    @cached_property
    def with_streaming_response(self) -> UnreadModels:
        """The same calls as context managers, whose HTTP response is read when asked for."""
        from .raw import UnreadModels

        return UnreadModels(self._engine)

    @documented(list_models)
    def list(self, **params: Unpack[ListParams]) -> ModelList:
        """List the models that the key can use; iterate the answer for each."""
        return run_sync(self._engine.send(_LIST, params, _MODELS))

    @overload
    def retrieve(self, id: str, /, **options: Unpack[RequestOptions]) -> Model: ...
    @overload
    def retrieve(self, **params: Unpack[RetrieveParams]) -> Model: ...
    @documented(retrieve_model)
    def retrieve(self, *path: str, **params: Any) -> Model:
        """Look up one model by its id."""
        return run_sync(self._engine.send(_RETRIEVE, params, _MODEL, path=path))


class AsyncModels:
    """The models of an asynchronous client."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @cached_property
    def with_raw_response(self) -> AsyncRawModels:
        """The same calls, which return the HTTP response; its `parse` gives the answer."""
        from .raw import AsyncRawModels

        return AsyncRawModels(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncUnreadModels:
        """The same calls as context managers, whose HTTP response is read when asked for."""
        from .raw import AsyncUnreadModels

        return AsyncUnreadModels(self._engine)

    @documented(list_models)
    def list(self, **params: Unpack[ListParams]) -> AwaitableList[ModelList, Model]:
        """List the models that the key can use: `async for` gives each, `await` the answer."""
        return AwaitableList(self._engine.send(_LIST, params, _MODELS))

    @overload
    async def retrieve(self, id: str, /, **options: Unpack[RequestOptions]) -> Model: ...
    @overload
    async def retrieve(self, **params: Unpack[RetrieveParams]) -> Model: ...
    @documented(retrieve_model)
    async def retrieve(self, *path: str, **params: Any) -> Model:
        """Look up one model by its id."""
        return await self._engine.send(_RETRIEVE, params, _MODEL, path=path)
