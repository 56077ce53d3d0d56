# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.


"""POST /images/edits"""

from __future__ import annotations

from collections.abc import Sequence
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
    from ...models.image_background import ImageBackground
    from ...models.image_edit_request import ImageEditRequest, ImageEditRequestDict
    from ...models.image_moderation import ImageModeration
    from ...models.image_output_format import ImageOutputFormat
    from ...models.image_quality import ImageQuality
    from ...models.image_response_format import ImageResponseFormat
    from ...models.input_fidelity import InputFidelity
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

    image: Required[FileInput | Sequence[FileInput]]
    prompt: Required[str]


class Options(TypedDict):
    """The optional parameters."""

    mask: NotRequired[FileInput | None]
    model: NotRequired[str | None]
    n: NotRequired[int | None]
    size: NotRequired[str | None]
    quality: NotRequired[ImageQuality | str | None]
    response_format: NotRequired[ImageResponseFormat | str | None]
    background: NotRequired[ImageBackground | str | None]
    moderation: NotRequired[ImageModeration | str | None]
    output_format: NotRequired[ImageOutputFormat | str | None]
    output_compression: NotRequired[int | None]
    input_fidelity: NotRequired[InputFidelity | str | None]
    user: NotRequired[str | None]


class Params(Needed, Options):
    """All parameters.

    Args:
        image: The image, or a list of up to 16: each is a path, its content, an open file, or a
            tuple of name, content and, if you like, media type. PNG, WebP or JPEG. File: at
            most 50 MB. List: each item: at most 50 MB.
        prompt: What the result is to show. At most 32000 characters.
        mask: An image of the same size that is transparent where the first image is to be
            changed; PNG. Given like `image`. At most 4 MB.
        model: Id of the model, for example `gpt-image-1` or `flux-kontext-pro`. At least 1
            character.
        n: How many images. `dall-e-3` makes one. Range: 1 to 10. Default of the server: 1.
        size: Width and height in pixels, such as `1024x1024`, or `auto`; which ones there are
            depends on the model.
        quality: How much care is taken: `standard` or `hd` for `dall-e-3`, the others for GPT
            image models.
        response_format: Whether the answer has URLs, valid for an hour, or the images as
            base64. GPT image models do not take it: they always send base64. Default of the
            server: "url".
        background: Background of the images. For GPT image models. Default of the server:
            "auto".
        moderation: How strictly the images are moderated. For GPT image models. Default of the
            server: "auto".
        output_format: Format of the images. For GPT image models. Default of the server: "png".
        output_compression: Compression of JPEG and WebP, in percent. For GPT image models.
            Range: 0 to 100. Default of the server: 100.
        input_fidelity: How closely the result keeps to the images. For `gpt-image-1`. Default
            of the server: "low".
        user: Id of your end user, to help find abuse.
    """


OPERATION: Final = Operation(
    name="edit_image",
    method_path="images.edit",
    method="POST",
    path="/images/edits",
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
    required=(
        "image",
        "prompt",
    ),
    types={
        "prompt": frozenset({str}),
        "model": frozenset({str}),
        "n": frozenset({int}),
        "size": frozenset({str}),
        "quality": frozenset({str}),
        "response_format": frozenset({str}),
        "background": frozenset({str}),
        "moderation": frozenset({str}),
        "output_format": frozenset({str}),
        "output_compression": frozenset({int}),
        "input_fidelity": frozenset({str}),
        "user": frozenset({str}),
    },
    ranges={
        "n": (1, 10),
        "output_compression": (0, 100),
    },
    body="ImageEditRequest",
    items={},
    not_empty=("model",),
    has_body=True,
    form_files={
        "image": 52428800,
        "mask": 4194304,
    },
    is_billed=True,
)


def _arguments(
    *,
    body: ImageEditRequest | ImageEditRequestDict,
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
    body: ImageEditRequest | ImageEditRequestDict,
) -> types.Response[ImagesResponse | ErrorResponse]:
    """Change an image, or make one out of several.

    Which options have an effect depends on the model.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. Images, and what is to become
            of them.

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
    body: ImageEditRequest | ImageEditRequestDict,
) -> ImagesResponse | ErrorResponse | None:
    """Change an image, or make one out of several.

    Which options have an effect depends on the model.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. Images, and what is to become
            of them.

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
    body: ImageEditRequest | ImageEditRequestDict,
) -> types.Response[ImagesResponse | ErrorResponse]:
    """Change an image, or make one out of several.

    Which options have an effect depends on the model.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. Images, and what is to become
            of them.

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
    body: ImageEditRequest | ImageEditRequestDict,
) -> ImagesResponse | ErrorResponse | None:
    """Change an image, or make one out of several.

    Which options have an effect depends on the model.

    Args:
        client: Where to send it.
        body: The model of the body, or the same as a plain dict. Images, and what is to become
            of them.

    Returns the decoded response; None where the spec does not document it.

    Raises:
        errors.UnexpectedStatus: The spec does not document the response, and the client
            has `raise_on_unexpected_status`.
        httpx.HTTPError: The request failed, or took longer than the client waits.
    """

    return (await asyncio_detailed(body=body, client=client)).parsed
