# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""POST /videos/{video_id}/remix"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NotRequired, Required, TypedDict

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
    from ...models.video_remix_request import VideoRemixRequest, VideoRemixRequestDict
from ...models.error_response import ErrorResponse
from ...models.video import Video

__all__ = [
    "OPERATION",
    "PathParams",
    "Others",
    "Needed",
    "Options",
    "Params",
    "sync",
    "sync_detailed",
    "asyncio",
    "asyncio_detailed",
]


class PathParams(TypedDict):
    """The parameters that are part of the path."""

    video_id: Required[str]


class Needed(TypedDict):
    """The other parameters that are required."""

    prompt: Required[str]


class Options(TypedDict):
    """The optional parameters."""

    size: NotRequired[str | None]


class Others(Needed, Options):
    """The parameters that are not part of the path."""


class Params(PathParams, Others):
    """All parameters.

    Args:
        video_id: Id of the video. At least 1 character.
        prompt: What is to be different.
        size: Width and height in pixels, such as `1280x720`.
    """


OPERATION: Final = Operation(
    name="remix_video",
    method_path="videos.remix",
    method="POST",
    path="/videos/{video_id}/remix",
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
    required=(
        "video_id",
        "prompt",
    ),
    types={
        "video_id": frozenset({str}),
        "prompt": frozenset({str}),
        "size": frozenset({str}),
    },
    body="VideoRemixRequest",
    items={},
    not_empty=(),
    path_parameters=("video_id",),
    has_body=True,
    is_billed=True,
)


def _arguments(
    video_id: str,
    *,
    body: VideoRemixRequest | VideoRemixRequestDict,
) -> dict[str, Any]:
    return request_arguments(
        OPERATION,
        path={
            "video_id": video_id,
        },
        query={},
        headers={},
        body=body,
    )


def sync_detailed(
    video_id: str,
    *,
    client: AuthenticatedClient,
    body: VideoRemixRequest | VideoRemixRequestDict,
) -> types.Response[Video | ErrorResponse]:
    """Have a variant of a video made.

    The answer is a job, for which `wait` waits.

    Args:
        video_id: Id of the video. At least 1 character.
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. How a variant of a video
            differs.

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        ValueError: A parameter of the path is empty.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = send(
        client,
        _arguments(
            video_id,
            body=body,
        ),
    )
    return response_of(OPERATION, client, response)


def sync(
    video_id: str,
    *,
    client: AuthenticatedClient,
    body: VideoRemixRequest | VideoRemixRequestDict,
) -> Video | ErrorResponse | None:
    """Have a variant of a video made.

    The answer is a job, for which `wait` waits.

    Args:
        video_id: Id of the video. At least 1 character.
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. How a variant of a video
            differs.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        ValueError: A parameter of the path is empty.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return sync_detailed(video_id, body=body, client=client).parsed


async def asyncio_detailed(
    video_id: str,
    *,
    client: AuthenticatedClient,
    body: VideoRemixRequest | VideoRemixRequestDict,
) -> types.Response[Video | ErrorResponse]:
    """Have a variant of a video made.

    The answer is a job, for which `wait` waits.

    Args:
        video_id: Id of the video. At least 1 character.
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. How a variant of a video
            differs.

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        ValueError: A parameter of the path is empty.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = await send_asyncio(
        client,
        _arguments(
            video_id,
            body=body,
        ),
    )
    return response_of(OPERATION, client, response)


async def asyncio(
    video_id: str,
    *,
    client: AuthenticatedClient,
    body: VideoRemixRequest | VideoRemixRequestDict,
) -> Video | ErrorResponse | None:
    """Have a variant of a video made.

    The answer is a job, for which `wait` waits.

    Args:
        video_id: Id of the video. At least 1 character.
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. How a variant of a video
            differs.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        ValueError: A parameter of the path is empty.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(video_id, body=body, client=client)).parsed
