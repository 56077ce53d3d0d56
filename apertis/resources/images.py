# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.images`, and its calls as HTTP responses."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from apertis_client.api.images import edit_image, generate_image

from .._declared import declared
from .._resource.base import AsyncResource, Resource
from .._resource.method import Method
from .._resource.views import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .._streaming.awaitable import AwaitableList

if TYPE_CHECKING:
    from typing import Never, Unpack

    import httpx

    from apertis_client._runtime.uploads import FileInput
    from apertis_client.models import (
        Image,
        ImageBackground,
        ImageModeration,
        ImageOutputFormat,
        ImageQuality,
        ImageResponseFormat,
        ImagesResponse,
        ImageStyle,
        InputFidelity,
    )

    from .._core.options import RequestOptions
    from .._core.retry import RetryPolicy
    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager

    class GenerateImageParams(generate_image.Params, RequestOptions):
        """Everything that `images.generate` takes."""

    class EditImageParams(edit_image.Params, RequestOptions):
        """Everything that `images.edit` takes."""


__all__ = [
    "AsyncImages",
    "AsyncImagesWithRawResponse",
    "AsyncImagesWithStreamingResponse",
    "Images",
    "ImagesWithRawResponse",
    "ImagesWithStreamingResponse",
]

GENERATE_IMAGE: Final = Method(
    generate_image.OPERATION,
    is_list=True,
)


def generate_image_signature(
    self: Any,
    *,
    prompt: str,
    model: str | None = None,
    n: int | None = None,
    size: str | None = None,
    quality: ImageQuality | str | None = None,
    response_format: ImageResponseFormat | str | None = None,
    style: ImageStyle | str | None = None,
    background: ImageBackground | str | None = None,
    moderation: ImageModeration | str | None = None,
    output_format: ImageOutputFormat | str | None = None,
    output_compression: int | None = None,
    user: str | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Make images that show what a text describes.

    Which options have an effect depends on the model.

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


EDIT_IMAGE: Final = Method(
    edit_image.OPERATION,
    is_list=True,
)


def edit_image_signature(
    self: Any,
    *,
    image: FileInput | Sequence[FileInput],
    prompt: str,
    mask: FileInput | None = None,
    model: str | None = None,
    n: int | None = None,
    size: str | None = None,
    quality: ImageQuality | str | None = None,
    response_format: ImageResponseFormat | str | None = None,
    background: ImageBackground | str | None = None,
    moderation: ImageModeration | str | None = None,
    output_format: ImageOutputFormat | str | None = None,
    output_compression: int | None = None,
    input_fidelity: InputFidelity | str | None = None,
    user: str | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Change an image, or make one out of several.

    Which options have an effect depends on the model.

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


class Images(Resource):
    """Make images, and change them."""

    @cached_property
    def with_raw_response(self) -> ImagesWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return ImagesWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> ImagesWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return ImagesWithStreamingResponse(self._engine)

    @declared(generate_image_signature, "ImagesResponse")
    def generate(self, *path: Never, **params: Unpack[GenerateImageParams]) -> ImagesResponse:
        """Make images that show what a text describes."""
        result: ImagesResponse = self._call(GENERATE_IMAGE, params, path)
        return result

    @declared(edit_image_signature, "ImagesResponse")
    def edit(self, *path: Never, **params: Unpack[EditImageParams]) -> ImagesResponse:
        """Change an image, or make one out of several."""
        result: ImagesResponse = self._call(EDIT_IMAGE, params, path)
        return result


class AsyncImages(AsyncResource):
    """Make images, and change them."""

    @cached_property
    def with_raw_response(self) -> AsyncImagesWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return AsyncImagesWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncImagesWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return AsyncImagesWithStreamingResponse(self._engine)

    @declared(generate_image_signature, "AwaitableList[ImagesResponse, Image]", is_coroutine=True)
    def generate(
        self, *path: Never, **params: Unpack[GenerateImageParams]
    ) -> AwaitableList[ImagesResponse, Image]:
        """Make images that show what a text describes."""
        result: AwaitableList[ImagesResponse, Image] = self._call(GENERATE_IMAGE, params, path)
        return result

    @declared(edit_image_signature, "AwaitableList[ImagesResponse, Image]", is_coroutine=True)
    def edit(
        self, *path: Never, **params: Unpack[EditImageParams]
    ) -> AwaitableList[ImagesResponse, Image]:
        """Change an image, or make one out of several."""
        result: AwaitableList[ImagesResponse, Image] = self._call(EDIT_IMAGE, params, path)
        return result


class ImagesWithRawResponse(RawView):
    """The methods of `Images`."""

    @declared(generate_image_signature, "APIResponse[ImagesResponse]")
    def generate(
        self, *path: Never, **params: Unpack[GenerateImageParams]
    ) -> APIResponse[ImagesResponse]:
        """Make images that show what a text describes."""
        result: APIResponse[ImagesResponse] = self._call(GENERATE_IMAGE, params, path)
        return result

    @declared(edit_image_signature, "APIResponse[ImagesResponse]")
    def edit(self, *path: Never, **params: Unpack[EditImageParams]) -> APIResponse[ImagesResponse]:
        """Change an image, or make one out of several."""
        result: APIResponse[ImagesResponse] = self._call(EDIT_IMAGE, params, path)
        return result


class AsyncImagesWithRawResponse(AsyncRawView):
    """The methods of `AsyncImages`."""

    @declared(
        generate_image_signature,
        "Coroutine[Any, Any, APIResponse[ImagesResponse]]",
        is_coroutine=True,
    )
    def generate(
        self, *path: Never, **params: Unpack[GenerateImageParams]
    ) -> Coroutine[Any, Any, APIResponse[ImagesResponse]]:
        """Make images that show what a text describes."""
        result: Coroutine[Any, Any, APIResponse[ImagesResponse]] = self._call(
            GENERATE_IMAGE, params, path
        )
        return result

    @declared(
        edit_image_signature, "Coroutine[Any, Any, APIResponse[ImagesResponse]]", is_coroutine=True
    )
    def edit(
        self, *path: Never, **params: Unpack[EditImageParams]
    ) -> Coroutine[Any, Any, APIResponse[ImagesResponse]]:
        """Change an image, or make one out of several."""
        result: Coroutine[Any, Any, APIResponse[ImagesResponse]] = self._call(
            EDIT_IMAGE, params, path
        )
        return result


class ImagesWithStreamingResponse(StreamingView):
    """The methods of `Images`."""

    @declared(generate_image_signature, "StreamingAPIResponseManager[ImagesResponse]")
    def generate(
        self, *path: Never, **params: Unpack[GenerateImageParams]
    ) -> StreamingAPIResponseManager[ImagesResponse]:
        """Make images that show what a text describes."""
        result: StreamingAPIResponseManager[ImagesResponse] = self._call(
            GENERATE_IMAGE, params, path
        )
        return result

    @declared(edit_image_signature, "StreamingAPIResponseManager[ImagesResponse]")
    def edit(
        self, *path: Never, **params: Unpack[EditImageParams]
    ) -> StreamingAPIResponseManager[ImagesResponse]:
        """Change an image, or make one out of several."""
        result: StreamingAPIResponseManager[ImagesResponse] = self._call(EDIT_IMAGE, params, path)
        return result


class AsyncImagesWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncImages`."""

    @declared(generate_image_signature, "AsyncStreamingAPIResponseManager[ImagesResponse]")
    def generate(
        self, *path: Never, **params: Unpack[GenerateImageParams]
    ) -> AsyncStreamingAPIResponseManager[ImagesResponse]:
        """Make images that show what a text describes."""
        result: AsyncStreamingAPIResponseManager[ImagesResponse] = self._call(
            GENERATE_IMAGE, params, path
        )
        return result

    @declared(edit_image_signature, "AsyncStreamingAPIResponseManager[ImagesResponse]")
    def edit(
        self, *path: Never, **params: Unpack[EditImageParams]
    ) -> AsyncStreamingAPIResponseManager[ImagesResponse]:
        """Change an image, or make one out of several."""
        result: AsyncStreamingAPIResponseManager[ImagesResponse] = self._call(
            EDIT_IMAGE, params, path
        )
        return result
