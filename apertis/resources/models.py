# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.models`, and its calls as HTTP responses."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, overload

from apertis_client.api.models import list_models, recommend_model, retrieve_model

from .._declared import declared
from .._resource.base import AsyncResource, Resource
from .._resource.method import Method
from .._resource.views import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .._streaming.awaitable import AwaitableList

if TYPE_CHECKING:
    from typing import Never, Unpack

    import httpx

    from apertis_client.models import (
        Model,
        ModelList,
        Recommendation,
        RecommendationBudget,
        RecommendationTask,
    )

    from .._core.options import RequestOptions
    from .._core.retry import RetryPolicy
    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager

    class ListModelsParams(list_models.Params, RequestOptions):
        """Everything that `models.list` takes."""

    class RetrieveModelParams(retrieve_model.Params, RequestOptions):
        """Everything that `models.retrieve` takes."""

    class RetrieveModelOthers(retrieve_model.Others, RequestOptions):
        """The same without the parameters of the path, which can be given by position."""

    class RecommendModelParams(recommend_model.Params, RequestOptions):
        """Everything that `models.recommend` takes."""


__all__ = [
    "AsyncModels",
    "AsyncModelsWithRawResponse",
    "AsyncModelsWithStreamingResponse",
    "Models",
    "ModelsWithRawResponse",
    "ModelsWithStreamingResponse",
]

LIST_MODELS: Final = Method(
    list_models.OPERATION,
    is_list=True,
)


def list_models_signature(
    self: Any,
    *,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """List the models that the key can use.

    The whole list comes in one answer. A subscription key sees the models of its plan only.

    Args:
        extra_headers: Headers added to those of the client; one set to None is not sent.
        extra_query: Parameters added to the query.
        extra_body: Members added to the body at top level; they win over the named arguments.
        timeout: Seconds of silence before an attempt fails, or an `httpx.Timeout`.
        max_retries: How often the call is repeated, or a `RetryPolicy`.
        deadline: Seconds for the whole call, its retries and waits included. For a stream, until
            its end.
        idle_timeout: Seconds of silence between the events of a stream.

    Raises:
        ApertisError: The call failed; the class says how, see `apertis` for all of them.
        TypeError: An argument is unknown, missing or of the wrong type.
        ValueError: An argument has a value that cannot be sent.
    """


RETRIEVE_MODEL: Final = Method(
    retrieve_model.OPERATION,
)


def retrieve_model_signature(
    self: Any,
    model: str,
    *,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Look up one model.

    Returns what the list says about this model. A model outside the plan of a subscription key
    is not found.

    Args:
        model: Model id, case-sensitive. It may contain `/` and `:`, which are percent-encoded
            in the path. At least 1 character.
        extra_headers: Headers added to those of the client; one set to None is not sent.
        extra_query: Parameters added to the query.
        extra_body: Members added to the body at top level; they win over the named arguments.
        timeout: Seconds of silence before an attempt fails, or an `httpx.Timeout`.
        max_retries: How often the call is repeated, or a `RetryPolicy`.
        deadline: Seconds for the whole call, its retries and waits included. For a stream, until
            its end.
        idle_timeout: Seconds of silence between the events of a stream.

    Raises:
        ApertisError: The call failed; the class says how, see `apertis` for all of them.
        TypeError: An argument is unknown, missing or of the wrong type.
        ValueError: An argument has a value that cannot be sent.
    """


RECOMMEND_MODEL: Final = Method(
    recommend_model.OPERATION,
)


def recommend_model_signature(
    self: Any,
    *,
    task: RecommendationTask | str,
    budget: RecommendationBudget | str | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Ask which model suits a task.

    The answer follows the prices and the availability of the moment.

    Args:
        task: What the model is for.
        budget: What it may cost. Default of the server: "medium".
        extra_headers: Headers added to those of the client; one set to None is not sent.
        extra_query: Parameters added to the query.
        extra_body: Members added to the body at top level; they win over the named arguments.
        timeout: Seconds of silence before an attempt fails, or an `httpx.Timeout`.
        max_retries: How often the call is repeated, or a `RetryPolicy`.
        deadline: Seconds for the whole call, its retries and waits included. For a stream, until
            its end.
        idle_timeout: Seconds of silence between the events of a stream.

    Raises:
        ApertisError: The call failed; the class says how, see `apertis` for all of them.
        TypeError: An argument is unknown, missing or of the wrong type.
        ValueError: An argument has a value that cannot be sent.
    """


class Models(Resource):
    """List and look up the models that the key can use."""

    @cached_property
    def with_raw_response(self) -> ModelsWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return ModelsWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> ModelsWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return ModelsWithStreamingResponse(self._engine)

    @declared(list_models_signature, "ModelList")
    def list(self, *path: Never, **params: Unpack[ListModelsParams]) -> ModelList:
        """List the models that the key can use."""
        result: ModelList = self._call(LIST_MODELS, params, path)
        return result

    @overload
    def retrieve(self, model: str, /, **params: Unpack[RetrieveModelOthers]) -> Model: ...
    @overload
    def retrieve(self, **params: Unpack[RetrieveModelParams]) -> Model: ...
    @declared(retrieve_model_signature, "Model")
    def retrieve(self, *path: Any, **params: Any) -> Any:
        """Look up one model."""
        return self._call(RETRIEVE_MODEL, params, path)

    @declared(recommend_model_signature, "Recommendation")
    def recommend(self, *path: Never, **params: Unpack[RecommendModelParams]) -> Recommendation:
        """Ask which model suits a task."""
        result: Recommendation = self._call(RECOMMEND_MODEL, params, path)
        return result


class AsyncModels(AsyncResource):
    """List and look up the models that the key can use."""

    @cached_property
    def with_raw_response(self) -> AsyncModelsWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return AsyncModelsWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncModelsWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return AsyncModelsWithStreamingResponse(self._engine)

    @declared(list_models_signature, "AwaitableList[ModelList, Model]", is_coroutine=True)
    def list(
        self, *path: Never, **params: Unpack[ListModelsParams]
    ) -> AwaitableList[ModelList, Model]:
        """List the models that the key can use."""
        result: AwaitableList[ModelList, Model] = self._call(LIST_MODELS, params, path)
        return result

    @overload
    def retrieve(
        self, model: str, /, **params: Unpack[RetrieveModelOthers]
    ) -> Coroutine[Any, Any, Model]: ...
    @overload
    def retrieve(self, **params: Unpack[RetrieveModelParams]) -> Coroutine[Any, Any, Model]: ...
    @declared(retrieve_model_signature, "Coroutine[Any, Any, Model]", is_coroutine=True)
    def retrieve(self, *path: Any, **params: Any) -> Any:
        """Look up one model."""
        return self._call(RETRIEVE_MODEL, params, path)

    @declared(recommend_model_signature, "Coroutine[Any, Any, Recommendation]", is_coroutine=True)
    def recommend(
        self, *path: Never, **params: Unpack[RecommendModelParams]
    ) -> Coroutine[Any, Any, Recommendation]:
        """Ask which model suits a task."""
        result: Coroutine[Any, Any, Recommendation] = self._call(RECOMMEND_MODEL, params, path)
        return result


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
