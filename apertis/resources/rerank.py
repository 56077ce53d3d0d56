# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.rerank`, and its calls as HTTP responses."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from apertis_client.api.rerank import create_rerank

from .._declared import declared
from .._resource.base import AsyncResource, Resource
from .._resource.method import Method
from .._resource.views import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .._streaming.awaitable import AwaitableList

if TYPE_CHECKING:
    from typing import Never, Unpack

    import httpx

    from apertis_client.models import RerankResponse, RerankResult

    from .._core.options import RequestOptions
    from .._core.retry import RetryPolicy
    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager

    class CreateRerankParams(create_rerank.Params, RequestOptions):
        """Everything that `rerank.create` takes."""


__all__ = [
    "AsyncRerank",
    "AsyncRerankWithRawResponse",
    "AsyncRerankWithStreamingResponse",
    "Rerank",
    "RerankWithRawResponse",
    "RerankWithStreamingResponse",
]

CREATE_RERANK: Final = Method(
    create_rerank.OPERATION,
    is_list=True,
)


def create_rerank_signature(
    self: Any,
    *,
    model: str,
    query: str,
    documents: Sequence[str],
    top_n: int | None = None,
    return_documents: bool | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Order documents by how well they answer a question.

    The answer has the best document first.

    Args:
        model: Id of the model, for example `BAAI/bge-reranker-v2-m3` or `rerank-v3.5`. At least
            1 character.
        query: What the documents are to answer.
        documents: The texts to order. At least 1 item.
        top_n: How many results to return; left out, all. At least 1.
        return_documents: Return the text of each document with its result. Default of the
            server: false.
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


class Rerank(Resource):
    """Order documents by how well they answer a question."""

    @cached_property
    def with_raw_response(self) -> RerankWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return RerankWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> RerankWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return RerankWithStreamingResponse(self._engine)

    @declared(create_rerank_signature, "RerankResponse")
    def create(self, *path: Never, **params: Unpack[CreateRerankParams]) -> RerankResponse:
        """Order documents by how well they answer a question."""
        result: RerankResponse = self._call(CREATE_RERANK, params, path)
        return result


class AsyncRerank(AsyncResource):
    """Order documents by how well they answer a question."""

    @cached_property
    def with_raw_response(self) -> AsyncRerankWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return AsyncRerankWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncRerankWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return AsyncRerankWithStreamingResponse(self._engine)

    @declared(
        create_rerank_signature, "AwaitableList[RerankResponse, RerankResult]", is_coroutine=True
    )
    def create(
        self, *path: Never, **params: Unpack[CreateRerankParams]
    ) -> AwaitableList[RerankResponse, RerankResult]:
        """Order documents by how well they answer a question."""
        result: AwaitableList[RerankResponse, RerankResult] = self._call(
            CREATE_RERANK, params, path
        )
        return result


class RerankWithRawResponse(RawView):
    """The methods of `Rerank`."""

    @declared(create_rerank_signature, "APIResponse[RerankResponse]")
    def create(
        self, *path: Never, **params: Unpack[CreateRerankParams]
    ) -> APIResponse[RerankResponse]:
        """Order documents by how well they answer a question."""
        result: APIResponse[RerankResponse] = self._call(CREATE_RERANK, params, path)
        return result


class AsyncRerankWithRawResponse(AsyncRawView):
    """The methods of `AsyncRerank`."""

    @declared(
        create_rerank_signature,
        "Coroutine[Any, Any, APIResponse[RerankResponse]]",
        is_coroutine=True,
    )
    def create(
        self, *path: Never, **params: Unpack[CreateRerankParams]
    ) -> Coroutine[Any, Any, APIResponse[RerankResponse]]:
        """Order documents by how well they answer a question."""
        result: Coroutine[Any, Any, APIResponse[RerankResponse]] = self._call(
            CREATE_RERANK, params, path
        )
        return result


class RerankWithStreamingResponse(StreamingView):
    """The methods of `Rerank`."""

    @declared(create_rerank_signature, "StreamingAPIResponseManager[RerankResponse]")
    def create(
        self, *path: Never, **params: Unpack[CreateRerankParams]
    ) -> StreamingAPIResponseManager[RerankResponse]:
        """Order documents by how well they answer a question."""
        result: StreamingAPIResponseManager[RerankResponse] = self._call(
            CREATE_RERANK, params, path
        )
        return result


class AsyncRerankWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncRerank`."""

    @declared(create_rerank_signature, "AsyncStreamingAPIResponseManager[RerankResponse]")
    def create(
        self, *path: Never, **params: Unpack[CreateRerankParams]
    ) -> AsyncStreamingAPIResponseManager[RerankResponse]:
        """Order documents by how well they answer a question."""
        result: AsyncStreamingAPIResponseManager[RerankResponse] = self._call(
            CREATE_RERANK, params, path
        )
        return result
