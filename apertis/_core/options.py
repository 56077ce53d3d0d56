"""The options of a call, which come beside the arguments of the API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    import httpx

    from apertis_client._runtime.uploads import FileInput

    from .retry import RetryPolicy

__all__ = ["EndpointOptions", "RequestOptions"]


class RequestOptions(TypedDict, total=False):
    """How one call is sent. None means: as the client is set.

    Args:
        extra_headers: Headers added to those of the client; one set to None is not sent.
        extra_query: Parameters added to the query.
        extra_body: Members added to the body at top level; they win over the named arguments.
        timeout: Seconds of silence before an attempt fails, or an `httpx.Timeout`.
        max_retries: How often the call is repeated, or a `RetryPolicy`.
        deadline: Seconds for the whole call, its retries and waits included. For a stream, until
            its end.
        idle_timeout: Seconds of silence between the events of a stream.
    """

    extra_headers: Mapping[str, str | None] | None
    extra_query: Mapping[str, Any] | None
    extra_body: Mapping[str, Any] | None
    timeout: float | httpx.Timeout | None
    max_retries: int | RetryPolicy | None
    deadline: float | None
    idle_timeout: float | None


class EndpointOptions(RequestOptions, total=False):
    """What the call of an endpoint by its path takes.

    Args:
        body: What is sent as JSON. A stream that is asked for adds ``"stream": true``.
        query: The parameters of the query.
        files: The files of a form, by the names of its fields; the members of `body` become fields
            beside them.
    """

    body: Any
    query: Mapping[str, Any] | None
    files: Mapping[str, FileInput | Sequence[FileInput]] | None
