# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""POST /video/create"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NotRequired, Required, TypedDict

from ..._runtime.endpoint import (
    request_arguments,
    response_of,
    send,
    send_asyncio,
)
from ..._runtime.operation import Items, Operation

if TYPE_CHECKING:
    from ... import types
    from ...client import AuthenticatedClient
    from ...models.video_aspect_ratio import VideoAspectRatio
    from ...models.video_orientation import VideoOrientation
    from ...models.video_size import VideoSize
    from ...models.video_task_request import VideoTaskRequest, VideoTaskRequestDict
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

    model: Required[str]
    prompt: Required[str]


class Options(TypedDict):
    """The optional parameters."""

    images: NotRequired[Sequence[str] | None]
    enhance_prompt: NotRequired[bool | None]
    enable_upsample: NotRequired[bool | None]
    aspect_ratio: NotRequired[VideoAspectRatio | str | None]
    orientation: NotRequired[VideoOrientation | str | None]
    size: NotRequired[VideoSize | str | None]
    duration: NotRequired[int | None]
    watermark: NotRequired[bool | None]
    private: NotRequired[bool | None]
    character_url: NotRequired[str | None]
    character_timestamps: NotRequired[str | None]


class Params(Needed, Options):
    """All parameters.

    Args:
        model: Id of the model, for example `veo3`, `veo3.1-fast` or `sora-2`. At least 1
            character.
        prompt: What it is to show.
        images: URLs of images to begin with: at most 1 for `veo3-pro-frames`, 2 for
            `veo2-fast-frames` and 3 for `veo2-fast-components`. Sora needs one.
        enhance_prompt: Let the model write the prompt out. For Veo. Default of the server:
            false.
        enable_upsample: Make the video larger afterwards. For Veo. Default of the server:
            false.
        aspect_ratio: Width to height. For `veo3` models.
        orientation: Which side is the longer one. For Sora.
        size: How large it is. For Sora.
        duration: Length in seconds, 10, 15 or 25. For Sora.
        watermark: Show a watermark. For Sora. Default of the server: true.
        private: Keep the video private. For Sora. Default of the server: false.
        character_url: URL of a video that shows a character who is to appear. For Sora.
        character_timestamps: When the character is to be seen there, as `start,end` in seconds.
    """


OPERATION: Final = Operation(
    name="create_video_task",
    method_path="video.create",
    method="POST",
    path="/video/create",
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
        "model",
        "prompt",
    ),
    types={
        "model": frozenset({str}),
        "prompt": frozenset({str}),
        "images": frozenset({list}),
        "enhance_prompt": frozenset({bool}),
        "enable_upsample": frozenset({bool}),
        "aspect_ratio": frozenset({str}),
        "orientation": frozenset({str}),
        "size": frozenset({str}),
        "duration": frozenset({int}),
        "watermark": frozenset({bool}),
        "private": frozenset({bool}),
        "character_url": frozenset({str}),
        "character_timestamps": frozenset({str}),
    },
    body="VideoTaskRequest",
    items={
        "images": Items(types=frozenset({str})),
    },
    not_empty=("model",),
    has_body=True,
    is_billed=True,
)


def _arguments(
    *,
    body: VideoTaskRequest | VideoTaskRequestDict,
) -> dict[str, Any]:
    return request_arguments(
        OPERATION,
        path={},
        query={},
        headers={},
        body=body,
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: VideoTaskRequest | VideoTaskRequestDict,
) -> types.Response[Video | ErrorResponse]:
    """Have a video made, by Veo or by Sora.

    The answer is a job, for which `wait` waits.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. What a video of Veo or Sora is
            to show, and how.

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = send(
        client,
        _arguments(
            body=body,
        ),
    )
    return response_of(OPERATION, client, response)


def sync(
    *,
    client: AuthenticatedClient,
    body: VideoTaskRequest | VideoTaskRequestDict,
) -> Video | ErrorResponse | None:
    """Have a video made, by Veo or by Sora.

    The answer is a job, for which `wait` waits.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. What a video of Veo or Sora is
            to show, and how.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: VideoTaskRequest | VideoTaskRequestDict,
) -> types.Response[Video | ErrorResponse]:
    """Have a video made, by Veo or by Sora.

    The answer is a job, for which `wait` waits.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. What a video of Veo or Sora is
            to show, and how.

    Returns the decoded response with its status and headers.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    response = await send_asyncio(
        client,
        _arguments(
            body=body,
        ),
    )
    return response_of(OPERATION, client, response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: VideoTaskRequest | VideoTaskRequestDict,
) -> Video | ErrorResponse | None:
    """Have a video made, by Veo or by Sora.

    The answer is a job, for which `wait` waits.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. What a video of Veo or Sora is
            to show, and how.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(body=body, client=client)).parsed
