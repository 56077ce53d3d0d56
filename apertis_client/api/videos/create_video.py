# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""POST /videos"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NotRequired, Required, TypedDict

from ..._runtime.endpoint import (
    request_arguments,
    response_of,
    send,
    send_asyncio,
)
from ..._runtime.operation import Operation
from ..._runtime.uploads import FileInput

if TYPE_CHECKING:
    from ... import types
    from ...client import AuthenticatedClient
    from ...models.character_creation import CharacterCreation, CharacterCreationDict
    from ...models.video_request import VideoRequest, VideoRequestDict
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
    seconds: Required[str | int]
    size: Required[str]


class Options(TypedDict):
    """The optional parameters."""

    input_reference: NotRequired[FileInput | None]
    watermark: NotRequired[bool | None]
    private: NotRequired[bool | None]
    style: NotRequired[str | None]
    metadata: NotRequired[str | None]
    character_url: NotRequired[str | None]
    character_timestamps: NotRequired[str | None]
    character_from_task: NotRequired[str | None]
    character_create: NotRequired[CharacterCreation | CharacterCreationDict | None]


class Params(Needed, Options):
    """All parameters.

    Args:
        model: Id of the model, for example `sora-2` or `veo_3_1`. At least 1 character.
        prompt: What it is to show.
        seconds: Length in seconds: 4, 8, 10, 12, 15 or 25 for Sora, 5 for Veo; sent as text.
        size: Width and height in pixels, such as `1280x720` or `720x1280`; `16x9` for Veo.
        input_reference: An image to begin with: a path, its content, an open file, or a tuple
            of name, content and, if you like, media type. Veo needs one.
        watermark: Show a watermark. For Sora.
        private: Keep the video private. For Sora.
        style: Name of a style.
        metadata: More options, as JSON text.
        character_url: URL of a video that shows a character who is to appear.
        character_timestamps: When the character is to be seen there, as `start,end` in seconds.
        character_from_task: Id of a video, made before, that shows a character who is to
            appear.
        character_create: Make a character out of this video.
    """


OPERATION: Final = Operation(
    name="create_video",
    method_path="videos.create",
    method="POST",
    path="/videos",
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
        "seconds",
        "size",
    ),
    types={
        "model": frozenset({str}),
        "prompt": frozenset({str}),
        "seconds": frozenset({int, str}),
        "size": frozenset({str}),
        "watermark": frozenset({bool}),
        "private": frozenset({bool}),
        "style": frozenset({str}),
        "metadata": frozenset({str}),
        "character_url": frozenset({str}),
        "character_timestamps": frozenset({str}),
        "character_from_task": frozenset({str}),
        "character_create": frozenset({dict}),
    },
    body="VideoRequest",
    items={},
    not_empty=("model",),
    has_body=True,
    form_files={
        "input_reference": None,
    },
    is_billed=True,
)


def _arguments(
    *,
    body: VideoRequest | VideoRequestDict,
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
    body: VideoRequest | VideoRequestDict,
) -> types.Response[Video | ErrorResponse]:
    """Have a video made.

    The answer is a job, for which `wait` waits.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. What a video is to show, and
            how.

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
    body: VideoRequest | VideoRequestDict,
) -> Video | ErrorResponse | None:
    """Have a video made.

    The answer is a job, for which `wait` waits.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. What a video is to show, and
            how.

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
    body: VideoRequest | VideoRequestDict,
) -> types.Response[Video | ErrorResponse]:
    """Have a video made.

    The answer is a job, for which `wait` waits.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. What a video is to show, and
            how.

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
    body: VideoRequest | VideoRequestDict,
) -> Video | ErrorResponse | None:
    """Have a video made.

    The answer is a job, for which `wait` waits.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. What a video is to show, and
            how.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(body=body, client=client)).parsed
