# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""GET /video/query"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Required, TypedDict

from ..._runtime.endpoint import (
    request_arguments,
    response_of,
    send,
    send_asyncio,
)
from ..._runtime.operation import Operation

if TYPE_CHECKING:
    from ... import types
    from ...client import AuthenticatedClient
from ...models.error_response import ErrorResponse
from ...models.video import Video

__all__ = [
    "OPERATION",
    "Needed",
    "Options",
    "Params",
    "sync",
    "sync_detailed",
    "asyncio",
    "asyncio_detailed",
]


class Needed(TypedDict):
    """The parameters that are required."""

    id: Required[str]


class Options(TypedDict):
    """The optional parameters."""


class Params(Needed, Options):
    """All parameters.

    Args:
        id: Id of the job.
    """


OPERATION: Final = Operation(
    name="query_video_task",
    method_path="video.query",
    method="GET",
    path="/video/query",
    response=Video,
    errors={
        "400": ErrorResponse,
        "401": ErrorResponse,
        "402": ErrorResponse,
        "403": ErrorResponse,
        "404": ErrorResponse,
        "408": ErrorResponse,
        "409": ErrorResponse,
        "413": ErrorResponse,
        "422": ErrorResponse,
        "429": ErrorResponse,
        "500": ErrorResponse,
        "502": ErrorResponse,
        "503": ErrorResponse,
        "529": ErrorResponse,
    },
    parameters=frozenset(Params.__annotations__),
    required=("id",),
    types={
        "id": frozenset({str}),
    },
    query_parameters={
        "id": "id",
    },
)


def _arguments(
    *,
    id: str,
) -> dict[str, Any]:
    return request_arguments(
        OPERATION,
        path={},
        query={
            "id": id,
        },
        headers={},
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    id: str,
) -> types.Response[Video | ErrorResponse]:
    """Ask how far a video is that `video.create` began.

    It is done where `status` is `completed`. Every 10 seconds are often enough.

    Args:
        client: Where to send it.
        id: Id of the job.

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = send(
        client,
        _arguments(
            id=id,
        ),
    )
    return response_of(OPERATION, client, response)


def sync(
    *,
    client: AuthenticatedClient,
    id: str,
) -> Video | ErrorResponse | None:
    """Ask how far a video is that `video.create` began.

    It is done where `status` is `completed`. Every 10 seconds are often enough.

    Args:
        client: Where to send it.
        id: Id of the job.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return sync_detailed(id=id, client=client).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    id: str,
) -> types.Response[Video | ErrorResponse]:
    """Ask how far a video is that `video.create` began.

    It is done where `status` is `completed`. Every 10 seconds are often enough.

    Args:
        client: Where to send it.
        id: Id of the job.

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = await send_asyncio(
        client,
        _arguments(
            id=id,
        ),
    )
    return response_of(OPERATION, client, response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    id: str,
) -> Video | ErrorResponse | None:
    """Ask how far a video is that `video.create` began.

    It is done where `status` is `completed`. Every 10 seconds are often enough.

    Args:
        client: Where to send it.
        id: Id of the job.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(id=id, client=client)).parsed
