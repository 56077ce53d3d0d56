# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.audio` as HTTP responses: `with_raw_response`, `with_streaming_response`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from .._declared import declared
from .._resource.base import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .audio import CREATE_SPEECH, create_speech_signature

if TYPE_CHECKING:
    from typing import Unpack

    from apertis_client._runtime.contents import BinaryContent

    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .audio import CreateSpeechParams

__all__ = [
    "SpeechWithRawResponse",
    "AsyncSpeechWithRawResponse",
    "SpeechWithStreamingResponse",
    "AsyncSpeechWithStreamingResponse",
]


class SpeechWithRawResponse(RawView):
    """The methods of `Speech`."""

    @declared(create_speech_signature, "APIResponse[BinaryContent]")
    def create(self, **params: Unpack[CreateSpeechParams]) -> APIResponse[BinaryContent]:
        """Speak a text."""
        result: APIResponse[BinaryContent] = self._call(CREATE_SPEECH, params)
        return result


class AsyncSpeechWithRawResponse(AsyncRawView):
    """The methods of `AsyncSpeech`."""

    @declared(
        create_speech_signature,
        "Coroutine[Any, Any, APIResponse[BinaryContent]]",
        is_coroutine=True,
    )
    def create(
        self, **params: Unpack[CreateSpeechParams]
    ) -> Coroutine[Any, Any, APIResponse[BinaryContent]]:
        """Speak a text."""
        result: Coroutine[Any, Any, APIResponse[BinaryContent]] = self._call(CREATE_SPEECH, params)
        return result


class SpeechWithStreamingResponse(StreamingView):
    """The methods of `Speech`."""

    @declared(create_speech_signature, "StreamingAPIResponseManager[BinaryContent]")
    def create(
        self, **params: Unpack[CreateSpeechParams]
    ) -> StreamingAPIResponseManager[BinaryContent]:
        """Speak a text."""
        result: StreamingAPIResponseManager[BinaryContent] = self._call(CREATE_SPEECH, params)
        return result


class AsyncSpeechWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncSpeech`."""

    @declared(create_speech_signature, "AsyncStreamingAPIResponseManager[BinaryContent]")
    def create(
        self, **params: Unpack[CreateSpeechParams]
    ) -> AsyncStreamingAPIResponseManager[BinaryContent]:
        """Speak a text."""
        result: AsyncStreamingAPIResponseManager[BinaryContent] = self._call(CREATE_SPEECH, params)
        return result
