# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.models` as HTTP responses: `with_raw_response`, `with_streaming_response`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, overload

from .._declared import declared
from .._resource.base import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .models import (
    LIST_MODELS,
    RECOMMEND_MODEL,
    RETRIEVE_MODEL,
    list_models_signature,
    recommend_model_signature,
    retrieve_model_signature,
)

if TYPE_CHECKING:
    from typing import Never, Unpack

    from apertis_client.models import (
        Model,
        ModelList,
        Recommendation,
    )

    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .models import (
        ListModelsParams,
        RecommendModelParams,
        RetrieveModelOthers,
        RetrieveModelParams,
    )

__all__ = [
    "AsyncModelsWithRawResponse",
    "AsyncModelsWithStreamingResponse",
    "ModelsWithRawResponse",
    "ModelsWithStreamingResponse",
]


class ModelsWithRawResponse(RawView):
    """The methods of `Models`."""

    @declared(list_models_signature, "APIResponse[ModelList]")
    def list(self, *path: Never, **params: Unpack[ListModelsParams]) -> APIResponse[ModelList]:
        """List the models that the key can use."""
        result: APIResponse[ModelList] = self._call(LIST_MODELS, params, path)
        return result

    @overload
    def retrieve(
        self, model: str, /, **params: Unpack[RetrieveModelOthers]
    ) -> APIResponse[Model]: ...
    @overload
    def retrieve(self, **params: Unpack[RetrieveModelParams]) -> APIResponse[Model]: ...
    @declared(retrieve_model_signature, "APIResponse[Model]")
    def retrieve(self, *path: Any, **params: Any) -> Any:
        """Look up one model."""
        return self._call(RETRIEVE_MODEL, params, path)

    @declared(recommend_model_signature, "APIResponse[Recommendation]")
    def recommend(
        self, *path: Never, **params: Unpack[RecommendModelParams]
    ) -> APIResponse[Recommendation]:
        """Ask which model suits a task."""
        result: APIResponse[Recommendation] = self._call(RECOMMEND_MODEL, params, path)
        return result


class AsyncModelsWithRawResponse(AsyncRawView):
    """The methods of `AsyncModels`."""

    @declared(
        list_models_signature, "Coroutine[Any, Any, APIResponse[ModelList]]", is_coroutine=True
    )
    def list(
        self, *path: Never, **params: Unpack[ListModelsParams]
    ) -> Coroutine[Any, Any, APIResponse[ModelList]]:
        """List the models that the key can use."""
        result: Coroutine[Any, Any, APIResponse[ModelList]] = self._call(LIST_MODELS, params, path)
        return result

    @overload
    def retrieve(
        self, model: str, /, **params: Unpack[RetrieveModelOthers]
    ) -> Coroutine[Any, Any, APIResponse[Model]]: ...
    @overload
    def retrieve(
        self, **params: Unpack[RetrieveModelParams]
    ) -> Coroutine[Any, Any, APIResponse[Model]]: ...
    @declared(
        retrieve_model_signature, "Coroutine[Any, Any, APIResponse[Model]]", is_coroutine=True
    )
    def retrieve(self, *path: Any, **params: Any) -> Any:
        """Look up one model."""
        return self._call(RETRIEVE_MODEL, params, path)

    @declared(
        recommend_model_signature,
        "Coroutine[Any, Any, APIResponse[Recommendation]]",
        is_coroutine=True,
    )
    def recommend(
        self, *path: Never, **params: Unpack[RecommendModelParams]
    ) -> Coroutine[Any, Any, APIResponse[Recommendation]]:
        """Ask which model suits a task."""
        result: Coroutine[Any, Any, APIResponse[Recommendation]] = self._call(
            RECOMMEND_MODEL, params, path
        )
        return result


class ModelsWithStreamingResponse(StreamingView):
    """The methods of `Models`."""

    @declared(list_models_signature, "StreamingAPIResponseManager[ModelList]")
    def list(
        self, *path: Never, **params: Unpack[ListModelsParams]
    ) -> StreamingAPIResponseManager[ModelList]:
        """List the models that the key can use."""
        result: StreamingAPIResponseManager[ModelList] = self._call(LIST_MODELS, params, path)
        return result

    @overload
    def retrieve(
        self, model: str, /, **params: Unpack[RetrieveModelOthers]
    ) -> StreamingAPIResponseManager[Model]: ...
    @overload
    def retrieve(
        self, **params: Unpack[RetrieveModelParams]
    ) -> StreamingAPIResponseManager[Model]: ...
    @declared(retrieve_model_signature, "StreamingAPIResponseManager[Model]")
    def retrieve(self, *path: Any, **params: Any) -> Any:
        """Look up one model."""
        return self._call(RETRIEVE_MODEL, params, path)

    @declared(recommend_model_signature, "StreamingAPIResponseManager[Recommendation]")
    def recommend(
        self, *path: Never, **params: Unpack[RecommendModelParams]
    ) -> StreamingAPIResponseManager[Recommendation]:
        """Ask which model suits a task."""
        result: StreamingAPIResponseManager[Recommendation] = self._call(
            RECOMMEND_MODEL, params, path
        )
        return result


class AsyncModelsWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncModels`."""

    @declared(list_models_signature, "AsyncStreamingAPIResponseManager[ModelList]")
    def list(
        self, *path: Never, **params: Unpack[ListModelsParams]
    ) -> AsyncStreamingAPIResponseManager[ModelList]:
        """List the models that the key can use."""
        result: AsyncStreamingAPIResponseManager[ModelList] = self._call(LIST_MODELS, params, path)
        return result

    @overload
    def retrieve(
        self, model: str, /, **params: Unpack[RetrieveModelOthers]
    ) -> AsyncStreamingAPIResponseManager[Model]: ...
    @overload
    def retrieve(
        self, **params: Unpack[RetrieveModelParams]
    ) -> AsyncStreamingAPIResponseManager[Model]: ...
    @declared(retrieve_model_signature, "AsyncStreamingAPIResponseManager[Model]")
    def retrieve(self, *path: Any, **params: Any) -> Any:
        """Look up one model."""
        return self._call(RETRIEVE_MODEL, params, path)

    @declared(recommend_model_signature, "AsyncStreamingAPIResponseManager[Recommendation]")
    def recommend(
        self, *path: Never, **params: Unpack[RecommendModelParams]
    ) -> AsyncStreamingAPIResponseManager[Recommendation]:
        """Ask which model suits a task."""
        result: AsyncStreamingAPIResponseManager[Recommendation] = self._call(
            RECOMMEND_MODEL, params, path
        )
        return result
