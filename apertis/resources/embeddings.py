# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.embeddings`, and its calls as HTTP responses."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from apertis_client.api.embeddings import create_embedding

from .._declared import declared
from .._resource.base import AsyncResource, Resource
from .._resource.method import Method
from .._resource.views import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .._streaming.awaitable import AwaitableList

if TYPE_CHECKING:
    from typing import Never, NotRequired, Unpack

    import httpx

    from apertis_client.models import (
        Embedding,
        EmbeddingEncodingFormat,
        EmbeddingResponse,
        EmbeddingTask,
    )

    from .._core.options import RequestOptions
    from .._core.retry import RetryPolicy
    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager

    class CreateEmbeddingParams(create_embedding.Params, RequestOptions):
        """Everything that `embeddings.create` takes."""

        batch_size: NotRequired[int | None]


__all__ = [
    "AsyncEmbeddings",
    "AsyncEmbeddingsWithRawResponse",
    "AsyncEmbeddingsWithStreamingResponse",
    "Embeddings",
    "EmbeddingsWithRawResponse",
    "EmbeddingsWithStreamingResponse",
]

CREATE_EMBEDDING: Final = Method(
    create_embedding.OPERATION,
    is_list=True,
    batched=("input", "data"),
)


def create_embedding_signature(
    self: Any,
    *,
    model: str,
    input: str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]],
    dimensions: int | None = None,
    encoding_format: EmbeddingEncodingFormat | str | None = None,
    task: EmbeddingTask | str | None = None,
    user: str | None = None,
    batch_size: int | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Turn texts into vectors.

    The answer has one vector for each text, in the same order.

    Args:
        model: Id of the model, for example `text-embedding-3-small` (1536 dimensions) or
            `text-embedding-3-large` (3072). At least 1 character.
        input: A text or several, none of them empty; or the same as token ids. Each has at most
            8191 tokens, for OpenAI models, which take 2048 of them.
        dimensions: Length of the vectors, where it is not that of the model. For
            `text-embedding-3` models. At least 1.
        encoding_format: How the numbers are sent: as JSON, or as base64 of 32-bit floats
            (little-endian), which is several times shorter. `embedding` of the answer is a list
            of floats in either case. Default of the server: "float". Default of this client:
            "base64".
        task: What the vectors are for. For models of Jina.
        user: Id of your end user, to help find abuse.
        batch_size: The most entries of `input` in one request. Where there are more, as many requests
            are sent as it takes, one after another; the result is that of all.
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


class Embeddings(Resource):
    """Turn texts into vectors, whose distance says how much the texts have in common."""

    @cached_property
    def with_raw_response(self) -> EmbeddingsWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return EmbeddingsWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> EmbeddingsWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return EmbeddingsWithStreamingResponse(self._engine)

    @declared(create_embedding_signature, "EmbeddingResponse")
    def create(self, *path: Never, **params: Unpack[CreateEmbeddingParams]) -> EmbeddingResponse:
        """Turn texts into vectors."""
        result: EmbeddingResponse = self._call(CREATE_EMBEDDING, params, path)
        return result


class AsyncEmbeddings(AsyncResource):
    """Turn texts into vectors, whose distance says how much the texts have in common."""

    @cached_property
    def with_raw_response(self) -> AsyncEmbeddingsWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return AsyncEmbeddingsWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncEmbeddingsWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return AsyncEmbeddingsWithStreamingResponse(self._engine)

    @declared(
        create_embedding_signature, "AwaitableList[EmbeddingResponse, Embedding]", is_coroutine=True
    )
    def create(
        self, *path: Never, **params: Unpack[CreateEmbeddingParams]
    ) -> AwaitableList[EmbeddingResponse, Embedding]:
        """Turn texts into vectors."""
        result: AwaitableList[EmbeddingResponse, Embedding] = self._call(
            CREATE_EMBEDDING, params, path
        )
        return result


class EmbeddingsWithRawResponse(RawView):
    """The methods of `Embeddings`."""

    @declared(create_embedding_signature, "APIResponse[EmbeddingResponse]")
    def create(
        self, *path: Never, **params: Unpack[CreateEmbeddingParams]
    ) -> APIResponse[EmbeddingResponse]:
        """Turn texts into vectors."""
        result: APIResponse[EmbeddingResponse] = self._call(CREATE_EMBEDDING, params, path)
        return result


class AsyncEmbeddingsWithRawResponse(AsyncRawView):
    """The methods of `AsyncEmbeddings`."""

    @declared(
        create_embedding_signature,
        "Coroutine[Any, Any, APIResponse[EmbeddingResponse]]",
        is_coroutine=True,
    )
    def create(
        self, *path: Never, **params: Unpack[CreateEmbeddingParams]
    ) -> Coroutine[Any, Any, APIResponse[EmbeddingResponse]]:
        """Turn texts into vectors."""
        result: Coroutine[Any, Any, APIResponse[EmbeddingResponse]] = self._call(
            CREATE_EMBEDDING, params, path
        )
        return result


class EmbeddingsWithStreamingResponse(StreamingView):
    """The methods of `Embeddings`."""

    @declared(create_embedding_signature, "StreamingAPIResponseManager[EmbeddingResponse]")
    def create(
        self, *path: Never, **params: Unpack[CreateEmbeddingParams]
    ) -> StreamingAPIResponseManager[EmbeddingResponse]:
        """Turn texts into vectors."""
        result: StreamingAPIResponseManager[EmbeddingResponse] = self._call(
            CREATE_EMBEDDING, params, path
        )
        return result


class AsyncEmbeddingsWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncEmbeddings`."""

    @declared(create_embedding_signature, "AsyncStreamingAPIResponseManager[EmbeddingResponse]")
    def create(
        self, *path: Never, **params: Unpack[CreateEmbeddingParams]
    ) -> AsyncStreamingAPIResponseManager[EmbeddingResponse]:
        """Turn texts into vectors."""
        result: AsyncStreamingAPIResponseManager[EmbeddingResponse] = self._call(
            CREATE_EMBEDDING, params, path
        )
        return result
