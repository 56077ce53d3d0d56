# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.billing`, and its calls as HTTP responses."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from apertis_client.api.billing import retrieve_credits

from .._declared import declared
from .._resource.base import AsyncResource, Resource
from .._resource.method import Method
from .._resource.views import AsyncRawView, AsyncStreamingView, RawView, StreamingView

if TYPE_CHECKING:
    from typing import Never, Unpack

    import httpx

    from apertis_client.models import BillingCredits

    from .._core.options import RequestOptions
    from .._core.retry import RetryPolicy
    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager

    class RetrieveCreditsParams(retrieve_credits.Params, RequestOptions):
        """Everything that `billing.credits` takes."""


__all__ = [
    "AsyncBilling",
    "AsyncBillingWithRawResponse",
    "AsyncBillingWithStreamingResponse",
    "Billing",
    "BillingWithRawResponse",
    "BillingWithStreamingResponse",
]

RETRIEVE_CREDITS: Final = Method(
    retrieve_credits.OPERATION,
)


def retrieve_credits_signature(
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
    """Ask what the key has left to spend.

    The answer has the balance of the key, and the quota of its subscription.

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


class Billing(Resource):
    """Ask what the key has left to spend."""

    @cached_property
    def with_raw_response(self) -> BillingWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return BillingWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> BillingWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return BillingWithStreamingResponse(self._engine)

    @declared(retrieve_credits_signature, "BillingCredits")
    def credits(self, *path: Never, **params: Unpack[RetrieveCreditsParams]) -> BillingCredits:
        """Ask what the key has left to spend."""
        result: BillingCredits = self._call(RETRIEVE_CREDITS, params, path)
        return result


class AsyncBilling(AsyncResource):
    """Ask what the key has left to spend."""

    @cached_property
    def with_raw_response(self) -> AsyncBillingWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return AsyncBillingWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncBillingWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return AsyncBillingWithStreamingResponse(self._engine)

    @declared(retrieve_credits_signature, "Coroutine[Any, Any, BillingCredits]", is_coroutine=True)
    def credits(
        self, *path: Never, **params: Unpack[RetrieveCreditsParams]
    ) -> Coroutine[Any, Any, BillingCredits]:
        """Ask what the key has left to spend."""
        result: Coroutine[Any, Any, BillingCredits] = self._call(RETRIEVE_CREDITS, params, path)
        return result


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
