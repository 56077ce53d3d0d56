# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.rerank` as HTTP responses: `with_raw_response`, `with_streaming_response`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from .._declared import declared
from .._resource.base import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .rerank import CREATE_RERANK, create_rerank_signature

if TYPE_CHECKING:
    from typing import Never, Unpack

    from apertis_client.models import RerankResponse

    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .rerank import CreateRerankParams

__all__ = [
    "AsyncRerankWithRawResponse",
    "AsyncRerankWithStreamingResponse",
    "RerankWithRawResponse",
    "RerankWithStreamingResponse",
]


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
