# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""POST /images/generations"""

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
    from ...models.image_background import ImageBackground
    from ...models.image_moderation import ImageModeration
    from ...models.image_output_format import ImageOutputFormat
    from ...models.image_quality import ImageQuality
    from ...models.image_request import ImageRequest, ImageRequestDict
    from ...models.image_response_format import ImageResponseFormat
    from ...models.image_style import ImageStyle
from ...models.error_response import ErrorResponse
from ...models.images_response import ImagesResponse

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

    prompt: Required[str]


class Options(TypedDict):
    """The optional parameters."""

    model: NotRequired[str | None]
    n: NotRequired[int | None]
    size: NotRequired[str | None]
    quality: NotRequired[ImageQuality | str | None]
    response_format: NotRequired[ImageResponseFormat | str | None]
    style: NotRequired[ImageStyle | str | None]
    background: NotRequired[ImageBackground | str | None]
    moderation: NotRequired[ImageModeration | str | None]
    output_format: NotRequired[ImageOutputFormat | str | None]
    output_compression: NotRequired[int | None]
    user: NotRequired[str | None]


class Params(Needed, Options):
    """All parameters.

    Args:
        prompt: What the images are to show. At most 1000 characters for `dall-e-2`, 4000 for
            `dall-e-3` and 32000 for GPT image models. At most 32000 characters.
        model: Id of the model, for example `gpt-image-1` or `dall-e-3`. At least 1 character.
            Default of the server: "dall-e-2".
        n: How many images. `dall-e-3` makes one. Range: 1 to 10. Default of the server: 1.
        size: Width and height in pixels, such as `1024x1024`, or `auto`; which ones there are
            depends on the model.
        quality: How much care is taken: `standard` or `hd` for `dall-e-3`, the others for GPT
            image models.
        response_format: Whether the answer has URLs, valid for an hour, or the images as
            base64. GPT image models do not take it: they always send base64. Default of the
            server: "url".
        style: How far it goes beyond what is natural. For `dall-e-3`. Default of the server:
            "vivid".
        background: Background of the images. For GPT image models. Default of the server:
            "auto".
        moderation: How strictly the images are moderated. For GPT image models. Default of the
            server: "auto".
        output_format: Format of the images. For GPT image models. Default of the server: "png".
        output_compression: Compression of JPEG and WebP, in percent. For GPT image models.
            Range: 0 to 100. Default of the server: 100.
        user: Id of your end user, to help find abuse.
    """


OPERATION: Final = Operation(
    name="generate_image",
    method_path="images.generate",
    method="POST",
    path="/images/generations",
    response=ImagesResponse,
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
    required=("prompt",),
    types={
        "prompt": frozenset({str}),
        "model": frozenset({str}),
        "n": frozenset({int}),
        "size": frozenset({str}),
        "quality": frozenset({str}),
        "response_format": frozenset({str}),
        "style": frozenset({str}),
        "background": frozenset({str}),
        "moderation": frozenset({str}),
        "output_format": frozenset({str}),
        "output_compression": frozenset({int}),
        "user": frozenset({str}),
    },
    ranges={
        "n": (1, 10),
        "output_compression": (0, 100),
    },
    body="ImageRequest",
    items={},
    not_empty=("model",),
    has_body=True,
    is_billed=True,
)


def _arguments(
    *,
    body: ImageRequest | ImageRequestDict,
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
    body: ImageRequest | ImageRequestDict,
) -> types.Response[ImagesResponse | ErrorResponse]:
    """Make images that show what a text describes.

    Which options have an effect depends on the model.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. What images are to show, and
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
    body: ImageRequest | ImageRequestDict,
) -> ImagesResponse | ErrorResponse | None:
    """Make images that show what a text describes.

    Which options have an effect depends on the model.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. What images are to show, and
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
    body: ImageRequest | ImageRequestDict,
) -> types.Response[ImagesResponse | ErrorResponse]:
    """Make images that show what a text describes.

    Which options have an effect depends on the model.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. What images are to show, and
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
    body: ImageRequest | ImageRequestDict,
) -> ImagesResponse | ErrorResponse | None:
    """Make images that show what a text describes.

    Which options have an effect depends on the model.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. What images are to show, and
            how.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(body=body, client=client)).parsed
