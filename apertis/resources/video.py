# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.video`, and its calls as HTTP responses."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from apertis_client.api.videos import create_video_task, query_video_task

from .._declared import declared
from .._resource.async_jobs import AsyncJobResource
from .._resource.jobs import Job
from .._resource.method import Method
from .._resource.sync_jobs import JobResource
from .._resource.views import AsyncRawView, AsyncStreamingView, RawView, StreamingView

if TYPE_CHECKING:
    from typing import Never, Unpack

    import httpx

    from apertis_client.models import (
        Video,
        VideoAspectRatio,
        VideoOrientation,
        VideoSize,
    )

    from .._core.options import RequestOptions
    from .._core.retry import RetryPolicy
    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager

    class CreateVideoTaskParams(create_video_task.Params, RequestOptions):
        """Everything that `video.create` takes."""

    class QueryVideoTaskParams(query_video_task.Params, RequestOptions):
        """Everything that `video.query` takes."""


__all__ = [
    "AsyncVideoResource",
    "AsyncVideoResourceWithRawResponse",
    "AsyncVideoResourceWithStreamingResponse",
    "VideoResource",
    "VideoResourceWithRawResponse",
    "VideoResourceWithStreamingResponse",
]

CREATE_VIDEO_TASK: Final = Method(
    create_video_task.OPERATION,
)


def create_video_task_signature(
    self: Any,
    *,
    model: str,
    prompt: str,
    images: Sequence[str] | None = None,
    enhance_prompt: bool | None = None,
    enable_upsample: bool | None = None,
    aspect_ratio: VideoAspectRatio | str | None = None,
    orientation: VideoOrientation | str | None = None,
    size: VideoSize | str | None = None,
    duration: int | None = None,
    watermark: bool | None = None,
    private: bool | None = None,
    character_url: str | None = None,
    character_timestamps: str | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Have a video made, by Veo or by Sora.

    The answer is a job, for which `wait` waits.

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


QUERY_VIDEO_TASK: Final = Method(
    query_video_task.OPERATION,
)


def query_video_task_signature(
    self: Any,
    *,
    id: str,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Ask how far a video is that `video.create` began.

    It is done where `status` is `completed`. Every 10 seconds are often enough.

    Args:
        id: Id of the job.
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


class VideoResource(JobResource["Video"]):
    """Have videos made."""

    _job = Job(
        QUERY_VIDEO_TASK,
        done=("completed", "succeeded"),
        failed=("failed", "error", "cancelled", "expired"),
    )

    @cached_property
    def with_raw_response(self) -> VideoResourceWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return VideoResourceWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> VideoResourceWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return VideoResourceWithStreamingResponse(self._engine)

    @declared(create_video_task_signature, "Video")
    def create(self, *path: Never, **params: Unpack[CreateVideoTaskParams]) -> Video:
        """Have a video made, by Veo or by Sora."""
        result: Video = self._call(CREATE_VIDEO_TASK, params, path)
        return result

    @declared(query_video_task_signature, "Video")
    def query(self, *path: Never, **params: Unpack[QueryVideoTaskParams]) -> Video:
        """Ask how far a video is that `video.create` began."""
        result: Video = self._call(QUERY_VIDEO_TASK, params, path)
        return result


class AsyncVideoResource(AsyncJobResource["Video"]):
    """Have videos made."""

    _job = Job(
        QUERY_VIDEO_TASK,
        done=("completed", "succeeded"),
        failed=("failed", "error", "cancelled", "expired"),
    )

    @cached_property
    def with_raw_response(self) -> AsyncVideoResourceWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return AsyncVideoResourceWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncVideoResourceWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return AsyncVideoResourceWithStreamingResponse(self._engine)

    @declared(create_video_task_signature, "Coroutine[Any, Any, Video]", is_coroutine=True)
    def create(
        self, *path: Never, **params: Unpack[CreateVideoTaskParams]
    ) -> Coroutine[Any, Any, Video]:
        """Have a video made, by Veo or by Sora."""
        result: Coroutine[Any, Any, Video] = self._call(CREATE_VIDEO_TASK, params, path)
        return result

    @declared(query_video_task_signature, "Coroutine[Any, Any, Video]", is_coroutine=True)
    def query(
        self, *path: Never, **params: Unpack[QueryVideoTaskParams]
    ) -> Coroutine[Any, Any, Video]:
        """Ask how far a video is that `video.create` began."""
        result: Coroutine[Any, Any, Video] = self._call(QUERY_VIDEO_TASK, params, path)
        return result


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
