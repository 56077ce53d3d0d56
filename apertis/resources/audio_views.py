# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.audio` as HTTP responses: `with_raw_response`, `with_streaming_response`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Literal, overload

from .._declared import declared
from .._resource.base import AsyncRawView, AsyncStreamingView, RawView, StreamingView
from .audio import (
    CREATE_SPEECH,
    CREATE_TRANSCRIPTION,
    CREATE_TRANSLATION,
    create_speech_signature,
    create_transcription_signature,
    create_translation_signature,
)

if TYPE_CHECKING:
    from typing import Never, Unpack

    from apertis_client._runtime.contents import BinaryContent
    from apertis_client.models import (
        Transcription,
        TranscriptionFormat,
    )

    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager
    from .audio import (
        CreateSpeechParams,
        CreateTranscriptionParams,
        CreateTranslationParams,
    )

__all__ = [
    "AsyncSpeechWithRawResponse",
    "AsyncSpeechWithStreamingResponse",
    "AsyncTranscriptionsWithRawResponse",
    "AsyncTranscriptionsWithStreamingResponse",
    "AsyncTranslationsWithRawResponse",
    "AsyncTranslationsWithStreamingResponse",
    "SpeechWithRawResponse",
    "SpeechWithStreamingResponse",
    "TranscriptionsWithRawResponse",
    "TranscriptionsWithStreamingResponse",
    "TranslationsWithRawResponse",
    "TranslationsWithStreamingResponse",
]


class SpeechWithRawResponse(RawView):
    """The methods of `Speech`."""

    @declared(create_speech_signature, "APIResponse[BinaryContent]")
    def create(
        self, *path: Never, **params: Unpack[CreateSpeechParams]
    ) -> APIResponse[BinaryContent]:
        """Speak a text."""
        result: APIResponse[BinaryContent] = self._call(CREATE_SPEECH, params, path)
        return result


class AsyncSpeechWithRawResponse(AsyncRawView):
    """The methods of `AsyncSpeech`."""

    @declared(
        create_speech_signature,
        "Coroutine[Any, Any, APIResponse[BinaryContent]]",
        is_coroutine=True,
    )
    def create(
        self, *path: Never, **params: Unpack[CreateSpeechParams]
    ) -> Coroutine[Any, Any, APIResponse[BinaryContent]]:
        """Speak a text."""
        result: Coroutine[Any, Any, APIResponse[BinaryContent]] = self._call(
            CREATE_SPEECH, params, path
        )
        return result


class SpeechWithStreamingResponse(StreamingView):
    """The methods of `Speech`."""

    @declared(create_speech_signature, "StreamingAPIResponseManager[BinaryContent]")
    def create(
        self, *path: Never, **params: Unpack[CreateSpeechParams]
    ) -> StreamingAPIResponseManager[BinaryContent]:
        """Speak a text."""
        result: StreamingAPIResponseManager[BinaryContent] = self._call(CREATE_SPEECH, params, path)
        return result


class AsyncSpeechWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncSpeech`."""

    @declared(create_speech_signature, "AsyncStreamingAPIResponseManager[BinaryContent]")
    def create(
        self, *path: Never, **params: Unpack[CreateSpeechParams]
    ) -> AsyncStreamingAPIResponseManager[BinaryContent]:
        """Speak a text."""
        result: AsyncStreamingAPIResponseManager[BinaryContent] = self._call(
            CREATE_SPEECH, params, path
        )
        return result


class TranscriptionsWithRawResponse(RawView):
    """The methods of `Transcriptions`."""

    @overload
    def create(
        self,
        *,
        response_format: Literal["text", "srt", "vtt"],
        **params: Unpack[CreateTranscriptionParams],
    ) -> APIResponse[str]: ...
    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "verbose_json"] | None = None,
        **params: Unpack[CreateTranscriptionParams],
    ) -> APIResponse[Transcription]: ...
    @overload
    def create(
        self,
        *,
        response_format: TranscriptionFormat | str | None,
        **params: Unpack[CreateTranscriptionParams],
    ) -> APIResponse[Transcription | str]: ...
    @declared(create_transcription_signature, "APIResponse[Transcription | str]")
    def create(self, *path: Any, response_format: Any = None, **params: Any) -> Any:
        """Write down what is said in a recording."""
        return self._call(
            CREATE_TRANSCRIPTION, {**params, "response_format": response_format}, path
        )


class AsyncTranscriptionsWithRawResponse(AsyncRawView):
    """The methods of `AsyncTranscriptions`."""

    @overload
    def create(
        self,
        *,
        response_format: Literal["text", "srt", "vtt"],
        **params: Unpack[CreateTranscriptionParams],
    ) -> Coroutine[Any, Any, APIResponse[str]]: ...
    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "verbose_json"] | None = None,
        **params: Unpack[CreateTranscriptionParams],
    ) -> Coroutine[Any, Any, APIResponse[Transcription]]: ...
    @overload
    def create(
        self,
        *,
        response_format: TranscriptionFormat | str | None,
        **params: Unpack[CreateTranscriptionParams],
    ) -> Coroutine[Any, Any, APIResponse[Transcription | str]]: ...
    @declared(
        create_transcription_signature,
        "Coroutine[Any, Any, APIResponse[Transcription | str]]",
        is_coroutine=True,
    )
    def create(self, *path: Any, response_format: Any = None, **params: Any) -> Any:
        """Write down what is said in a recording."""
        return self._call(
            CREATE_TRANSCRIPTION, {**params, "response_format": response_format}, path
        )


class TranscriptionsWithStreamingResponse(StreamingView):
    """The methods of `Transcriptions`."""

    @overload
    def create(
        self,
        *,
        response_format: Literal["text", "srt", "vtt"],
        **params: Unpack[CreateTranscriptionParams],
    ) -> StreamingAPIResponseManager[str]: ...
    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "verbose_json"] | None = None,
        **params: Unpack[CreateTranscriptionParams],
    ) -> StreamingAPIResponseManager[Transcription]: ...
    @overload
    def create(
        self,
        *,
        response_format: TranscriptionFormat | str | None,
        **params: Unpack[CreateTranscriptionParams],
    ) -> StreamingAPIResponseManager[Transcription | str]: ...
    @declared(create_transcription_signature, "StreamingAPIResponseManager[Transcription | str]")
    def create(self, *path: Any, response_format: Any = None, **params: Any) -> Any:
        """Write down what is said in a recording."""
        return self._call(
            CREATE_TRANSCRIPTION, {**params, "response_format": response_format}, path
        )


class AsyncTranscriptionsWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncTranscriptions`."""

    @overload
    def create(
        self,
        *,
        response_format: Literal["text", "srt", "vtt"],
        **params: Unpack[CreateTranscriptionParams],
    ) -> AsyncStreamingAPIResponseManager[str]: ...
    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "verbose_json"] | None = None,
        **params: Unpack[CreateTranscriptionParams],
    ) -> AsyncStreamingAPIResponseManager[Transcription]: ...
    @overload
    def create(
        self,
        *,
        response_format: TranscriptionFormat | str | None,
        **params: Unpack[CreateTranscriptionParams],
    ) -> AsyncStreamingAPIResponseManager[Transcription | str]: ...
    @declared(
        create_transcription_signature, "AsyncStreamingAPIResponseManager[Transcription | str]"
    )
    def create(self, *path: Any, response_format: Any = None, **params: Any) -> Any:
        """Write down what is said in a recording."""
        return self._call(
            CREATE_TRANSCRIPTION, {**params, "response_format": response_format}, path
        )


class TranslationsWithRawResponse(RawView):
    """The methods of `Translations`."""

    @overload
    def create(
        self,
        *,
        response_format: Literal["text", "srt", "vtt"],
        **params: Unpack[CreateTranslationParams],
    ) -> APIResponse[str]: ...
    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "verbose_json"] | None = None,
        **params: Unpack[CreateTranslationParams],
    ) -> APIResponse[Transcription]: ...
    @overload
    def create(
        self,
        *,
        response_format: TranscriptionFormat | str | None,
        **params: Unpack[CreateTranslationParams],
    ) -> APIResponse[Transcription | str]: ...
    @declared(create_translation_signature, "APIResponse[Transcription | str]")
    def create(self, *path: Any, response_format: Any = None, **params: Any) -> Any:
        """Write down in English what is said in a recording."""
        return self._call(CREATE_TRANSLATION, {**params, "response_format": response_format}, path)


class AsyncTranslationsWithRawResponse(AsyncRawView):
    """The methods of `AsyncTranslations`."""

    @overload
    def create(
        self,
        *,
        response_format: Literal["text", "srt", "vtt"],
        **params: Unpack[CreateTranslationParams],
    ) -> Coroutine[Any, Any, APIResponse[str]]: ...
    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "verbose_json"] | None = None,
        **params: Unpack[CreateTranslationParams],
    ) -> Coroutine[Any, Any, APIResponse[Transcription]]: ...
    @overload
    def create(
        self,
        *,
        response_format: TranscriptionFormat | str | None,
        **params: Unpack[CreateTranslationParams],
    ) -> Coroutine[Any, Any, APIResponse[Transcription | str]]: ...
    @declared(
        create_translation_signature,
        "Coroutine[Any, Any, APIResponse[Transcription | str]]",
        is_coroutine=True,
    )
    def create(self, *path: Any, response_format: Any = None, **params: Any) -> Any:
        """Write down in English what is said in a recording."""
        return self._call(CREATE_TRANSLATION, {**params, "response_format": response_format}, path)


class TranslationsWithStreamingResponse(StreamingView):
    """The methods of `Translations`."""

    @overload
    def create(
        self,
        *,
        response_format: Literal["text", "srt", "vtt"],
        **params: Unpack[CreateTranslationParams],
    ) -> StreamingAPIResponseManager[str]: ...
    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "verbose_json"] | None = None,
        **params: Unpack[CreateTranslationParams],
    ) -> StreamingAPIResponseManager[Transcription]: ...
    @overload
    def create(
        self,
        *,
        response_format: TranscriptionFormat | str | None,
        **params: Unpack[CreateTranslationParams],
    ) -> StreamingAPIResponseManager[Transcription | str]: ...
    @declared(create_translation_signature, "StreamingAPIResponseManager[Transcription | str]")
    def create(self, *path: Any, response_format: Any = None, **params: Any) -> Any:
        """Write down in English what is said in a recording."""
        return self._call(CREATE_TRANSLATION, {**params, "response_format": response_format}, path)


class AsyncTranslationsWithStreamingResponse(AsyncStreamingView):
    """The methods of `AsyncTranslations`."""

    @overload
    def create(
        self,
        *,
        response_format: Literal["text", "srt", "vtt"],
        **params: Unpack[CreateTranslationParams],
    ) -> AsyncStreamingAPIResponseManager[str]: ...
    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "verbose_json"] | None = None,
        **params: Unpack[CreateTranslationParams],
    ) -> AsyncStreamingAPIResponseManager[Transcription]: ...
    @overload
    def create(
        self,
        *,
        response_format: TranscriptionFormat | str | None,
        **params: Unpack[CreateTranslationParams],
    ) -> AsyncStreamingAPIResponseManager[Transcription | str]: ...
    @declared(create_translation_signature, "AsyncStreamingAPIResponseManager[Transcription | str]")
    def create(self, *path: Any, response_format: Any = None, **params: Any) -> Any:
        """Write down in English what is said in a recording."""
        return self._call(CREATE_TRANSLATION, {**params, "response_format": response_format}, path)
