# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.videos`, and its calls as HTTP responses."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, overload

from apertis_client.api.videos import (
    create_character,
    create_video,
    download_video,
    remix_video,
    retrieve_video,
)

from .._declared import declared
from .._resource.async_jobs import AsyncJobResource
from .._resource.base import AsyncResource, Resource
from .._resource.jobs import Job
from .._resource.method import Method
from .._resource.sync_jobs import JobResource
from .._resource.views import AsyncRawView, AsyncStreamingView, RawView, StreamingView

if TYPE_CHECKING:
    from typing import Never, Unpack

    import httpx

    from apertis_client._runtime.contents import BinaryContent
    from apertis_client._runtime.uploads import FileInput
    from apertis_client.models import (
        Character,
        CharacterCreation,
        CharacterCreationDict,
        Video,
    )

    from .._core.options import RequestOptions
    from .._core.retry import RetryPolicy
    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager

    class CreateCharacterParams(create_character.Params, RequestOptions):
        """Everything that `videos.characters.create` takes."""

    class CreateVideoParams(create_video.Params, RequestOptions):
        """Everything that `videos.create` takes."""

    class RetrieveVideoParams(retrieve_video.Params, RequestOptions):
        """Everything that `videos.retrieve` takes."""

    class RetrieveVideoOthers(retrieve_video.Others, RequestOptions):
        """The same without the parameters of the path, which can be given by position."""

    class DownloadVideoParams(download_video.Params, RequestOptions):
        """Everything that `videos.download_content` takes."""

    class DownloadVideoOthers(download_video.Others, RequestOptions):
        """The same without the parameters of the path, which can be given by position."""

    class RemixVideoParams(remix_video.Params, RequestOptions):
        """Everything that `videos.remix` takes."""

    class RemixVideoOthers(remix_video.Others, RequestOptions):
        """The same without the parameters of the path, which can be given by position."""


__all__ = [
    "AsyncCharacters",
    "AsyncCharactersWithRawResponse",
    "AsyncCharactersWithStreamingResponse",
    "AsyncVideos",
    "AsyncVideosWithRawResponse",
    "AsyncVideosWithStreamingResponse",
    "Characters",
    "CharactersWithRawResponse",
    "CharactersWithStreamingResponse",
    "Videos",
    "VideosWithRawResponse",
    "VideosWithStreamingResponse",
]

CREATE_CHARACTER: Final = Method(
    create_character.OPERATION,
)


def create_character_signature(
    self: Any,
    *,
    timestamps: str,
    url: str | None = None,
    from_task: str | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Make a character out of a video, to appear in others.

    Give either `url` or `from_task`.

    Args:
        timestamps: When it is to be seen there, as `start,end` in seconds.
        url: URL of the video.
        from_task: Id of a video that was made before.
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


class Characters(Resource):
    """Have videos made."""

    @cached_property
    def with_raw_response(self) -> CharactersWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return CharactersWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> CharactersWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return CharactersWithStreamingResponse(self._engine)

    @declared(create_character_signature, "Character")
    def create(self, *path: Never, **params: Unpack[CreateCharacterParams]) -> Character:
        """Make a character out of a video, to appear in others."""
        result: Character = self._call(CREATE_CHARACTER, params, path)
        return result


class AsyncCharacters(AsyncResource):
    """Have videos made."""

    @cached_property
    def with_raw_response(self) -> AsyncCharactersWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return AsyncCharactersWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncCharactersWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return AsyncCharactersWithStreamingResponse(self._engine)

    @declared(create_character_signature, "Coroutine[Any, Any, Character]", is_coroutine=True)
    def create(
        self, *path: Never, **params: Unpack[CreateCharacterParams]
    ) -> Coroutine[Any, Any, Character]:
        """Make a character out of a video, to appear in others."""
        result: Coroutine[Any, Any, Character] = self._call(CREATE_CHARACTER, params, path)
        return result


class CharactersWithRawResponse(RawView):
    """The methods of `Characters`."""

    @declared(create_character_signature, "APIResponse[Character]")
    def create(
        self, *path: Never, **params: Unpack[CreateCharacterParams]
    ) -> APIResponse[Character]:
        """Make a character out of a video, to appear in others."""
        result: APIResponse[Character] = self._call(CREATE_CHARACTER, params, path)
        return result


class AsyncCharactersWithRawResponse(AsyncRawView):
    """The methods of `AsyncCharacters`."""

    @declared(
        create_character_signature, "Coroutine[Any, Any, APIResponse[Character]]", is_coroutine=True
    )
    def create(
        self, *path: Never, **params: Unpack[CreateCharacterParams]
    ) -> Coroutine[Any, Any, APIResponse[Character]]:
        """Make a character out of a video, to appear in others."""
        result: Coroutine[Any, Any, APIResponse[Character]] = self._call(
            CREATE_CHARACTER, params, path
        )
        return result


class CharactersWithStreamingResponse(StreamingView):
    """The methods of `Characters`."""

    @declared(create_character_signature, "StreamingAPIResponseManager[Character]")
    def create(
        self, *path: Never, **params: Unpack[CreateCharacterParams]
    ) -> StreamingAPIResponseManager[Character]:
        """Make a character out of a video, to appear in others."""
        result: StreamingAPIResponseManager[Character] = self._call(CREATE_CHARACTER, params, path)
        return result


class AsyncCharactersWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncCharacters`."""

    @declared(create_character_signature, "AsyncStreamingAPIResponseManager[Character]")
    def create(
        self, *path: Never, **params: Unpack[CreateCharacterParams]
    ) -> AsyncStreamingAPIResponseManager[Character]:
        """Make a character out of a video, to appear in others."""
        result: AsyncStreamingAPIResponseManager[Character] = self._call(
            CREATE_CHARACTER, params, path
        )
        return result


CREATE_VIDEO: Final = Method(
    create_video.OPERATION,
)


def create_video_signature(
    self: Any,
    *,
    model: str,
    prompt: str,
    seconds: str | int,
    size: str,
    input_reference: FileInput | None = None,
    watermark: bool | None = None,
    private: bool | None = None,
    style: str | None = None,
    metadata: str | None = None,
    character_url: str | None = None,
    character_timestamps: str | None = None,
    character_from_task: str | None = None,
    character_create: CharacterCreation | CharacterCreationDict | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Have a video made.

    The answer is a job, for which `wait` waits.

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


RETRIEVE_VIDEO: Final = Method(
    retrieve_video.OPERATION,
)


def retrieve_video_signature(
    self: Any,
    video_id: str,
    *,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Ask how far a video is.

    The video is done where `status` is `completed`.

    Args:
        video_id: Id of the video. At least 1 character.
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


DOWNLOAD_VIDEO: Final = Method(
    download_video.OPERATION,
)


def download_video_signature(
    self: Any,
    video_id: str,
    *,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Get the content of a video.

    Some models answer with the video as an object, whose `video_url` has the content.

    Args:
        video_id: Id of the video. At least 1 character.
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


REMIX_VIDEO: Final = Method(
    remix_video.OPERATION,
)


def remix_video_signature(
    self: Any,
    video_id: str,
    *,
    prompt: str,
    size: str | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Have a variant of a video made.

    The answer is a job, for which `wait` waits.

    Args:
        video_id: Id of the video. At least 1 character.
        prompt: What is to be different.
        size: Width and height in pixels, such as `1280x720`.
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


class Videos(JobResource["Video"]):
    """Have videos made."""

    _job = Job(
        RETRIEVE_VIDEO,
        done=("completed", "succeeded"),
        failed=("failed", "error", "cancelled", "expired"),
    )

    @cached_property
    def characters(self) -> Characters:
        """Have videos made."""
        return Characters(self._engine)

    @cached_property
    def with_raw_response(self) -> VideosWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return VideosWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> VideosWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return VideosWithStreamingResponse(self._engine)

    @declared(create_video_signature, "Video")
    def create(self, *path: Never, **params: Unpack[CreateVideoParams]) -> Video:
        """Have a video made."""
        result: Video = self._call(CREATE_VIDEO, params, path)
        return result

    @overload
    def retrieve(self, video_id: str, /, **params: Unpack[RetrieveVideoOthers]) -> Video: ...
    @overload
    def retrieve(self, **params: Unpack[RetrieveVideoParams]) -> Video: ...
    @declared(retrieve_video_signature, "Video")
    def retrieve(self, *path: Any, **params: Any) -> Any:
        """Ask how far a video is."""
        return self._call(RETRIEVE_VIDEO, params, path)

    @overload
    def download_content(
        self, video_id: str, /, **params: Unpack[DownloadVideoOthers]
    ) -> Video | BinaryContent: ...
    @overload
    def download_content(self, **params: Unpack[DownloadVideoParams]) -> Video | BinaryContent: ...
    @declared(download_video_signature, "Video | BinaryContent")
    def download_content(self, *path: Any, **params: Any) -> Any:
        """Get the content of a video."""
        return self._call(DOWNLOAD_VIDEO, params, path)

    @overload
    def remix(self, video_id: str, /, **params: Unpack[RemixVideoOthers]) -> Video: ...
    @overload
    def remix(self, **params: Unpack[RemixVideoParams]) -> Video: ...
    @declared(remix_video_signature, "Video")
    def remix(self, *path: Any, **params: Any) -> Any:
        """Have a variant of a video made."""
        return self._call(REMIX_VIDEO, params, path)


class AsyncVideos(AsyncJobResource["Video"]):
    """Have videos made."""

    _job = Job(
        RETRIEVE_VIDEO,
        done=("completed", "succeeded"),
        failed=("failed", "error", "cancelled", "expired"),
    )

    @cached_property
    def characters(self) -> AsyncCharacters:
        """Have videos made."""
        return AsyncCharacters(self._engine)

    @cached_property
    def with_raw_response(self) -> AsyncVideosWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return AsyncVideosWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncVideosWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return AsyncVideosWithStreamingResponse(self._engine)

    @declared(create_video_signature, "Coroutine[Any, Any, Video]", is_coroutine=True)
    def create(
        self, *path: Never, **params: Unpack[CreateVideoParams]
    ) -> Coroutine[Any, Any, Video]:
        """Have a video made."""
        result: Coroutine[Any, Any, Video] = self._call(CREATE_VIDEO, params, path)
        return result

    @overload
    def retrieve(
        self, video_id: str, /, **params: Unpack[RetrieveVideoOthers]
    ) -> Coroutine[Any, Any, Video]: ...
    @overload
    def retrieve(self, **params: Unpack[RetrieveVideoParams]) -> Coroutine[Any, Any, Video]: ...
    @declared(retrieve_video_signature, "Coroutine[Any, Any, Video]", is_coroutine=True)
    def retrieve(self, *path: Any, **params: Any) -> Any:
        """Ask how far a video is."""
        return self._call(RETRIEVE_VIDEO, params, path)

    @overload
    def download_content(
        self, video_id: str, /, **params: Unpack[DownloadVideoOthers]
    ) -> Coroutine[Any, Any, Video | BinaryContent]: ...
    @overload
    def download_content(
        self, **params: Unpack[DownloadVideoParams]
    ) -> Coroutine[Any, Any, Video | BinaryContent]: ...
    @declared(
        download_video_signature, "Coroutine[Any, Any, Video | BinaryContent]", is_coroutine=True
    )
    def download_content(self, *path: Any, **params: Any) -> Any:
        """Get the content of a video."""
        return self._call(DOWNLOAD_VIDEO, params, path)

    @overload
    def remix(
        self, video_id: str, /, **params: Unpack[RemixVideoOthers]
    ) -> Coroutine[Any, Any, Video]: ...
    @overload
    def remix(self, **params: Unpack[RemixVideoParams]) -> Coroutine[Any, Any, Video]: ...
    @declared(remix_video_signature, "Coroutine[Any, Any, Video]", is_coroutine=True)
    def remix(self, *path: Any, **params: Any) -> Any:
        """Have a variant of a video made."""
        return self._call(REMIX_VIDEO, params, path)


class VideosWithRawResponse(RawView):
    """The methods of `Videos`."""

    @declared(create_video_signature, "APIResponse[Video]")
    def create(self, *path: Never, **params: Unpack[CreateVideoParams]) -> APIResponse[Video]:
        """Have a video made."""
        result: APIResponse[Video] = self._call(CREATE_VIDEO, params, path)
        return result

    @overload
    def retrieve(
        self, video_id: str, /, **params: Unpack[RetrieveVideoOthers]
    ) -> APIResponse[Video]: ...
    @overload
    def retrieve(self, **params: Unpack[RetrieveVideoParams]) -> APIResponse[Video]: ...
    @declared(retrieve_video_signature, "APIResponse[Video]")
    def retrieve(self, *path: Any, **params: Any) -> Any:
        """Ask how far a video is."""
        return self._call(RETRIEVE_VIDEO, params, path)

    @overload
    def download_content(
        self, video_id: str, /, **params: Unpack[DownloadVideoOthers]
    ) -> APIResponse[Video | BinaryContent]: ...
    @overload
    def download_content(
        self, **params: Unpack[DownloadVideoParams]
    ) -> APIResponse[Video | BinaryContent]: ...
    @declared(download_video_signature, "APIResponse[Video | BinaryContent]")
    def download_content(self, *path: Any, **params: Any) -> Any:
        """Get the content of a video."""
        return self._call(DOWNLOAD_VIDEO, params, path)

    @overload
    def remix(self, video_id: str, /, **params: Unpack[RemixVideoOthers]) -> APIResponse[Video]: ...
    @overload
    def remix(self, **params: Unpack[RemixVideoParams]) -> APIResponse[Video]: ...
    @declared(remix_video_signature, "APIResponse[Video]")
    def remix(self, *path: Any, **params: Any) -> Any:
        """Have a variant of a video made."""
        return self._call(REMIX_VIDEO, params, path)


class AsyncVideosWithRawResponse(AsyncRawView):
    """The methods of `AsyncVideos`."""

    @declared(create_video_signature, "Coroutine[Any, Any, APIResponse[Video]]", is_coroutine=True)
    def create(
        self, *path: Never, **params: Unpack[CreateVideoParams]
    ) -> Coroutine[Any, Any, APIResponse[Video]]:
        """Have a video made."""
        result: Coroutine[Any, Any, APIResponse[Video]] = self._call(CREATE_VIDEO, params, path)
        return result

    @overload
    def retrieve(
        self, video_id: str, /, **params: Unpack[RetrieveVideoOthers]
    ) -> Coroutine[Any, Any, APIResponse[Video]]: ...
    @overload
    def retrieve(
        self, **params: Unpack[RetrieveVideoParams]
    ) -> Coroutine[Any, Any, APIResponse[Video]]: ...
    @declared(
        retrieve_video_signature, "Coroutine[Any, Any, APIResponse[Video]]", is_coroutine=True
    )
    def retrieve(self, *path: Any, **params: Any) -> Any:
        """Ask how far a video is."""
        return self._call(RETRIEVE_VIDEO, params, path)

    @overload
    def download_content(
        self, video_id: str, /, **params: Unpack[DownloadVideoOthers]
    ) -> Coroutine[Any, Any, APIResponse[Video | BinaryContent]]: ...
    @overload
    def download_content(
        self, **params: Unpack[DownloadVideoParams]
    ) -> Coroutine[Any, Any, APIResponse[Video | BinaryContent]]: ...
    @declared(
        download_video_signature,
        "Coroutine[Any, Any, APIResponse[Video | BinaryContent]]",
        is_coroutine=True,
    )
    def download_content(self, *path: Any, **params: Any) -> Any:
        """Get the content of a video."""
        return self._call(DOWNLOAD_VIDEO, params, path)

    @overload
    def remix(
        self, video_id: str, /, **params: Unpack[RemixVideoOthers]
    ) -> Coroutine[Any, Any, APIResponse[Video]]: ...
    @overload
    def remix(
        self, **params: Unpack[RemixVideoParams]
    ) -> Coroutine[Any, Any, APIResponse[Video]]: ...
    @declared(remix_video_signature, "Coroutine[Any, Any, APIResponse[Video]]", is_coroutine=True)
    def remix(self, *path: Any, **params: Any) -> Any:
        """Have a variant of a video made."""
        return self._call(REMIX_VIDEO, params, path)


class VideosWithStreamingResponse(StreamingView):
    """The methods of `Videos`."""

    @declared(create_video_signature, "StreamingAPIResponseManager[Video]")
    def create(
        self, *path: Never, **params: Unpack[CreateVideoParams]
    ) -> StreamingAPIResponseManager[Video]:
        """Have a video made."""
        result: StreamingAPIResponseManager[Video] = self._call(CREATE_VIDEO, params, path)
        return result

    @overload
    def retrieve(
        self, video_id: str, /, **params: Unpack[RetrieveVideoOthers]
    ) -> StreamingAPIResponseManager[Video]: ...
    @overload
    def retrieve(
        self, **params: Unpack[RetrieveVideoParams]
    ) -> StreamingAPIResponseManager[Video]: ...
    @declared(retrieve_video_signature, "StreamingAPIResponseManager[Video]")
    def retrieve(self, *path: Any, **params: Any) -> Any:
        """Ask how far a video is."""
        return self._call(RETRIEVE_VIDEO, params, path)

    @overload
    def download_content(
        self, video_id: str, /, **params: Unpack[DownloadVideoOthers]
    ) -> StreamingAPIResponseManager[Video | BinaryContent]: ...
    @overload
    def download_content(
        self, **params: Unpack[DownloadVideoParams]
    ) -> StreamingAPIResponseManager[Video | BinaryContent]: ...
    @declared(download_video_signature, "StreamingAPIResponseManager[Video | BinaryContent]")
    def download_content(self, *path: Any, **params: Any) -> Any:
        """Get the content of a video."""
        return self._call(DOWNLOAD_VIDEO, params, path)

    @overload
    def remix(
        self, video_id: str, /, **params: Unpack[RemixVideoOthers]
    ) -> StreamingAPIResponseManager[Video]: ...
    @overload
    def remix(self, **params: Unpack[RemixVideoParams]) -> StreamingAPIResponseManager[Video]: ...
    @declared(remix_video_signature, "StreamingAPIResponseManager[Video]")
    def remix(self, *path: Any, **params: Any) -> Any:
        """Have a variant of a video made."""
        return self._call(REMIX_VIDEO, params, path)


class AsyncVideosWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncVideos`."""

    @declared(create_video_signature, "AsyncStreamingAPIResponseManager[Video]")
    def create(
        self, *path: Never, **params: Unpack[CreateVideoParams]
    ) -> AsyncStreamingAPIResponseManager[Video]:
        """Have a video made."""
        result: AsyncStreamingAPIResponseManager[Video] = self._call(CREATE_VIDEO, params, path)
        return result

    @overload
    def retrieve(
        self, video_id: str, /, **params: Unpack[RetrieveVideoOthers]
    ) -> AsyncStreamingAPIResponseManager[Video]: ...
    @overload
    def retrieve(
        self, **params: Unpack[RetrieveVideoParams]
    ) -> AsyncStreamingAPIResponseManager[Video]: ...
    @declared(retrieve_video_signature, "AsyncStreamingAPIResponseManager[Video]")
    def retrieve(self, *path: Any, **params: Any) -> Any:
        """Ask how far a video is."""
        return self._call(RETRIEVE_VIDEO, params, path)

    @overload
    def download_content(
        self, video_id: str, /, **params: Unpack[DownloadVideoOthers]
    ) -> AsyncStreamingAPIResponseManager[Video | BinaryContent]: ...
    @overload
    def download_content(
        self, **params: Unpack[DownloadVideoParams]
    ) -> AsyncStreamingAPIResponseManager[Video | BinaryContent]: ...
    @declared(download_video_signature, "AsyncStreamingAPIResponseManager[Video | BinaryContent]")
    def download_content(self, *path: Any, **params: Any) -> Any:
        """Get the content of a video."""
        return self._call(DOWNLOAD_VIDEO, params, path)

    @overload
    def remix(
        self, video_id: str, /, **params: Unpack[RemixVideoOthers]
    ) -> AsyncStreamingAPIResponseManager[Video]: ...
    @overload
    def remix(
        self, **params: Unpack[RemixVideoParams]
    ) -> AsyncStreamingAPIResponseManager[Video]: ...
    @declared(remix_video_signature, "AsyncStreamingAPIResponseManager[Video]")
    def remix(self, *path: Any, **params: Any) -> Any:
        """Have a variant of a video made."""
        return self._call(REMIX_VIDEO, params, path)
