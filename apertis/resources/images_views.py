# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.images` as HTTP responses: `with_raw_response`, `with_streaming_response`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from .._declared import declared
from .._resource.base import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .images import (
    EDIT_IMAGE,
    GENERATE_IMAGE,
    edit_image_signature,
    generate_image_signature,
)

if TYPE_CHECKING:
    from typing import Never, Unpack

    from apertis_client.models import (
        ImagesResponse,
    )

    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .images import EditImageParams, GenerateImageParams

__all__ = [
    "AsyncImagesWithRawResponse",
    "AsyncImagesWithStreamingResponse",
    "ImagesWithRawResponse",
    "ImagesWithStreamingResponse",
]


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
