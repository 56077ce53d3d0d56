# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""POST /sora/v1/characters"""

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
    from ...models.character_request import CharacterRequest, CharacterRequestDict
from ...models.character import Character
from ...models.error_response import ErrorResponse

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

    timestamps: Required[str]


class Options(TypedDict):
    """The optional parameters."""

    url: NotRequired[str | None]
    from_task: NotRequired[str | None]


class Params(Needed, Options):
    """All parameters.

    Args:
        timestamps: When it is to be seen there, as `start,end` in seconds.
        url: URL of the video.
        from_task: Id of a video that was made before.
    """


OPERATION: Final = Operation(
    name="create_character",
    method_path="videos.characters.create",
    method="POST",
    path="/../sora/v1/characters",
    response=Character,
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
    required=("timestamps",),
    types={
        "timestamps": frozenset({str}),
        "url": frozenset({str}),
        "from_task": frozenset({str}),
    },
    body="CharacterRequest",
    items={},
    not_empty=(),
    has_body=True,
)


def _arguments(
    *,
    body: CharacterRequest | CharacterRequestDict,
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
    body: CharacterRequest | CharacterRequestDict,
) -> types.Response[Character | ErrorResponse]:
    """Make a character out of a video, to appear in others.

    Give either `url` or `from_task`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. Where a character is to be
            seen.

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
    body: CharacterRequest | CharacterRequestDict,
) -> Character | ErrorResponse | None:
    """Make a character out of a video, to appear in others.

    Give either `url` or `from_task`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. Where a character is to be
            seen.

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
    body: CharacterRequest | CharacterRequestDict,
) -> types.Response[Character | ErrorResponse]:
    """Make a character out of a video, to appear in others.

    Give either `url` or `from_task`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. Where a character is to be
            seen.

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
    body: CharacterRequest | CharacterRequestDict,
) -> Character | ErrorResponse | None:
    """Make a character out of a video, to appear in others.

    Give either `url` or `from_task`.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. Where a character is to be
            seen.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(body=body, client=client)).parsed
