"""`client.models`: the models that the key can use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from apertis_client.api.models import list_models, retrieve_model

from .._requests import AsyncListRequest
from .._signature import documented
from .._transport import run

if TYPE_CHECKING:
    from typing import Unpack

    from apertis_client.models import Model, ModelList

    from .._engine import Engine
    from .._options import RequestOptions

    class ListParams(list_models.Params, RequestOptions):
        """Everything that `list` takes."""

    class RetrieveParams(retrieve_model.Params, RequestOptions):
        """Everything that `retrieve` takes."""


__all__ = ["AsyncModels", "Models"]


class Models:
    """The models of a client."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @documented(list_models)
    def list(self, **params: Unpack[ListParams]) -> ModelList:
        """List the models that the key can use; iterate the answer for each."""
        return run(self._engine.call(list_models.OPERATION, params))

    @overload
    def retrieve(self, id: str, /, **options: Unpack[RequestOptions]) -> Model: ...
    @overload
    def retrieve(self, **params: Unpack[RetrieveParams]) -> Model: ...
    @documented(retrieve_model)
    def retrieve(self, *path: str, **params: Any) -> Model:
        """Look up one model by its id."""
        return run(self._engine.call(retrieve_model.OPERATION, params, path=path))


class AsyncModels:
    """The models of an asynchronous client."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @documented(list_models)
    def list(self, **params: Unpack[ListParams]) -> AsyncListRequest[ModelList, Model]:
        """List the models that the key can use: `async for` gives each, `await` the answer."""
        return AsyncListRequest(self._engine.call(list_models.OPERATION, params))

    @overload
    async def retrieve(self, id: str, /, **options: Unpack[RequestOptions]) -> Model: ...
    @overload
    async def retrieve(self, **params: Unpack[RetrieveParams]) -> Model: ...
    @documented(retrieve_model)
    async def retrieve(self, *path: str, **params: Any) -> Model:
        """Look up one model by its id."""
        return await self._engine.call(retrieve_model.OPERATION, params, path=path)
