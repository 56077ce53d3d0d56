# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.videos` as HTTP responses: `with_raw_response`, `with_streaming_response`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, overload

from .._declared import declared
from .._resource.base import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .videos import (
    CREATE_CHARACTER,
    CREATE_VIDEO,
    DOWNLOAD_VIDEO,
    REMIX_VIDEO,
    RETRIEVE_VIDEO,
    create_character_signature,
    create_video_signature,
    download_video_signature,
    remix_video_signature,
    retrieve_video_signature,
)

if TYPE_CHECKING:
    from typing import Never, Unpack

    from apertis_client._runtime.contents import BinaryContent
    from apertis_client.models import (
        Character,
        Video,
    )

    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .videos import (
        CreateCharacterParams,
        CreateVideoParams,
        DownloadVideoOthers,
        DownloadVideoParams,
        RemixVideoOthers,
        RemixVideoParams,
        RetrieveVideoOthers,
        RetrieveVideoParams,
    )

__all__ = [
    "AsyncCharactersWithRawResponse",
    "AsyncCharactersWithStreamingResponse",
    "AsyncVideosWithRawResponse",
    "AsyncVideosWithStreamingResponse",
    "CharactersWithRawResponse",
    "CharactersWithStreamingResponse",
    "VideosWithRawResponse",
    "VideosWithStreamingResponse",
]


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
