# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.embeddings` as HTTP responses: `with_raw_response`, `with_streaming_response`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from .._declared import declared
from .._resource.base import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .embeddings import CREATE_EMBEDDING, create_embedding_signature

if TYPE_CHECKING:
    from typing import Never, Unpack

    from apertis_client.models import (
        EmbeddingResponse,
    )

    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .embeddings import CreateEmbeddingParams

__all__ = [
    "AsyncEmbeddingsWithRawResponse",
    "AsyncEmbeddingsWithStreamingResponse",
    "EmbeddingsWithRawResponse",
    "EmbeddingsWithStreamingResponse",
]


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
