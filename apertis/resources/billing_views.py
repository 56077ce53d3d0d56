# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.billing` as HTTP responses: `with_raw_response`, `with_streaming_response`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from .._declared import declared
from .._resource.base import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .billing import RETRIEVE_CREDITS, retrieve_credits_signature

if TYPE_CHECKING:
    from typing import Never, Unpack

    from apertis_client.models import BillingCredits

    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .billing import RetrieveCreditsParams

__all__ = [
    "AsyncBillingWithRawResponse",
    "AsyncBillingWithStreamingResponse",
    "BillingWithRawResponse",
    "BillingWithStreamingResponse",
]


class BillingWithRawResponse(RawView):
    """The methods of `Billing`."""

    @declared(retrieve_credits_signature, "APIResponse[BillingCredits]")
    def credits(
        self, *path: Never, **params: Unpack[RetrieveCreditsParams]
    ) -> APIResponse[BillingCredits]:
        """Ask what the key has left to spend."""
        result: APIResponse[BillingCredits] = self._call(RETRIEVE_CREDITS, params, path)
        return result


class AsyncBillingWithRawResponse(AsyncRawView):
    """The methods of `AsyncBilling`."""

    @declared(
        retrieve_credits_signature,
        "Coroutine[Any, Any, APIResponse[BillingCredits]]",
        is_coroutine=True,
    )
    def credits(
        self, *path: Never, **params: Unpack[RetrieveCreditsParams]
    ) -> Coroutine[Any, Any, APIResponse[BillingCredits]]:
        """Ask what the key has left to spend."""
        result: Coroutine[Any, Any, APIResponse[BillingCredits]] = self._call(
            RETRIEVE_CREDITS, params, path
        )
        return result


class BillingWithStreamingResponse(StreamingView):
    """The methods of `Billing`."""

    @declared(retrieve_credits_signature, "StreamingAPIResponseManager[BillingCredits]")
    def credits(
        self, *path: Never, **params: Unpack[RetrieveCreditsParams]
    ) -> StreamingAPIResponseManager[BillingCredits]:
        """Ask what the key has left to spend."""
        result: StreamingAPIResponseManager[BillingCredits] = self._call(
            RETRIEVE_CREDITS, params, path
        )
        return result


class AsyncBillingWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncBilling`."""

    @declared(retrieve_credits_signature, "AsyncStreamingAPIResponseManager[BillingCredits]")
    def credits(
        self, *path: Never, **params: Unpack[RetrieveCreditsParams]
    ) -> AsyncStreamingAPIResponseManager[BillingCredits]:
        """Ask what the key has left to spend."""
        result: AsyncStreamingAPIResponseManager[BillingCredits] = self._call(
            RETRIEVE_CREDITS, params, path
        )
        return result
