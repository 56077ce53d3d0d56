# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.video` as HTTP responses: `with_raw_response`, `with_streaming_response`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from .._declared import declared
from .._resource.base import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .video import (
    CREATE_VIDEO_TASK,
    QUERY_VIDEO_TASK,
    create_video_task_signature,
    query_video_task_signature,
)

if TYPE_CHECKING:
    from typing import Never, Unpack

    from apertis_client.models import (
        Video,
    )

    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .video import CreateVideoTaskParams, QueryVideoTaskParams

__all__ = [
    "AsyncVideoResourceWithRawResponse",
    "AsyncVideoResourceWithStreamingResponse",
    "VideoResourceWithRawResponse",
    "VideoResourceWithStreamingResponse",
]


class VideoResourceWithRawResponse(RawView):
    """The methods of `VideoResource`."""

    @declared(create_video_task_signature, "APIResponse[Video]")
    def create(self, *path: Never, **params: Unpack[CreateVideoTaskParams]) -> APIResponse[Video]:
        """Have a video made, by Veo or by Sora."""
        result: APIResponse[Video] = self._call(CREATE_VIDEO_TASK, params, path)
        return result

    @declared(query_video_task_signature, "APIResponse[Video]")
    def query(self, *path: Never, **params: Unpack[QueryVideoTaskParams]) -> APIResponse[Video]:
        """Ask how far a video is that `video.create` began."""
        result: APIResponse[Video] = self._call(QUERY_VIDEO_TASK, params, path)
        return result


class AsyncVideoResourceWithRawResponse(AsyncRawView):
    """The methods of `AsyncVideoResource`."""

    @declared(
        create_video_task_signature, "Coroutine[Any, Any, APIResponse[Video]]", is_coroutine=True
    )
    def create(
        self, *path: Never, **params: Unpack[CreateVideoTaskParams]
    ) -> Coroutine[Any, Any, APIResponse[Video]]:
        """Have a video made, by Veo or by Sora."""
        result: Coroutine[Any, Any, APIResponse[Video]] = self._call(
            CREATE_VIDEO_TASK, params, path
        )
        return result

    @declared(
        query_video_task_signature, "Coroutine[Any, Any, APIResponse[Video]]", is_coroutine=True
    )
    def query(
        self, *path: Never, **params: Unpack[QueryVideoTaskParams]
    ) -> Coroutine[Any, Any, APIResponse[Video]]:
        """Ask how far a video is that `video.create` began."""
        result: Coroutine[Any, Any, APIResponse[Video]] = self._call(QUERY_VIDEO_TASK, params, path)
        return result


class VideoResourceWithStreamingResponse(StreamingView):
    """The methods of `VideoResource`."""

    @declared(create_video_task_signature, "StreamingAPIResponseManager[Video]")
    def create(
        self, *path: Never, **params: Unpack[CreateVideoTaskParams]
    ) -> StreamingAPIResponseManager[Video]:
        """Have a video made, by Veo or by Sora."""
        result: StreamingAPIResponseManager[Video] = self._call(CREATE_VIDEO_TASK, params, path)
        return result

    @declared(query_video_task_signature, "StreamingAPIResponseManager[Video]")
    def query(
        self, *path: Never, **params: Unpack[QueryVideoTaskParams]
    ) -> StreamingAPIResponseManager[Video]:
        """Ask how far a video is that `video.create` began."""
        result: StreamingAPIResponseManager[Video] = self._call(QUERY_VIDEO_TASK, params, path)
        return result


class AsyncVideoResourceWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncVideoResource`."""

    @declared(create_video_task_signature, "AsyncStreamingAPIResponseManager[Video]")
    def create(
        self, *path: Never, **params: Unpack[CreateVideoTaskParams]
    ) -> AsyncStreamingAPIResponseManager[Video]:
        """Have a video made, by Veo or by Sora."""
        result: AsyncStreamingAPIResponseManager[Video] = self._call(
            CREATE_VIDEO_TASK, params, path
        )
        return result

    @declared(query_video_task_signature, "AsyncStreamingAPIResponseManager[Video]")
    def query(
        self, *path: Never, **params: Unpack[QueryVideoTaskParams]
    ) -> AsyncStreamingAPIResponseManager[Video]:
        """Ask how far a video is that `video.create` began."""
        result: AsyncStreamingAPIResponseManager[Video] = self._call(QUERY_VIDEO_TASK, params, path)
        return result
