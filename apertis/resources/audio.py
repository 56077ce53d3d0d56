# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.audio`, and its calls as HTTP responses."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal, overload

from apertis_client.api.audio import (
    create_speech,
    create_transcription,
    create_translation,
)

from .._declared import declared
from .._resource.base import AsyncResource, Resource
from .._resource.method import Method
from .._resource.views import AsyncRawView, AsyncStreamingView, RawView, StreamingView

if TYPE_CHECKING:
    from typing import Never, Unpack

    import httpx

    from apertis_client._runtime.contents import BinaryContent
    from apertis_client._runtime.uploads import FileInput
    from apertis_client.models import (
        AudioVoiceReference,
        AudioVoiceReferenceDict,
        SpeechFormat,
        SpeechVoice,
        TimestampGranularity,
        Transcription,
        TranscriptionFormat,
    )

    from .._core.options import RequestOptions
    from .._core.retry import RetryPolicy
    from .._resource.async_streaming_responses import AsyncStreamingAPIResponseManager
    from .._resource.responses import APIResponse
    from .._resource.sync_streaming_responses import StreamingAPIResponseManager

    class CreateSpeechParams(create_speech.Params, RequestOptions):
        """Everything that `audio.speech.create` takes."""

    class CreateTranscriptionParams(
        create_transcription.Needed, create_transcription.Options, RequestOptions
    ):
        """Everything that `audio.transcriptions.create` takes."""

    class CreateTranslationParams(
        create_translation.Needed, create_translation.Options, RequestOptions
    ):
        """Everything that `audio.translations.create` takes."""


__all__ = [
    "AsyncAudio",
    "AsyncSpeech",
    "AsyncSpeechWithRawResponse",
    "AsyncSpeechWithStreamingResponse",
    "AsyncTranscriptions",
    "AsyncTranscriptionsWithRawResponse",
    "AsyncTranscriptionsWithStreamingResponse",
    "AsyncTranslations",
    "AsyncTranslationsWithRawResponse",
    "AsyncTranslationsWithStreamingResponse",
    "Audio",
    "Speech",
    "SpeechWithRawResponse",
    "SpeechWithStreamingResponse",
    "Transcriptions",
    "TranscriptionsWithRawResponse",
    "TranscriptionsWithStreamingResponse",
    "Translations",
    "TranslationsWithRawResponse",
    "TranslationsWithStreamingResponse",
]

CREATE_SPEECH: Final = Method(
    create_speech.OPERATION,
)


def create_speech_signature(
    self: Any,
    *,
    model: str,
    input: str,
    voice: SpeechVoice | str | AudioVoiceReference | AudioVoiceReferenceDict,
    instructions: str | None = None,
    response_format: SpeechFormat | str | None = None,
    speed: float | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Speak a text.

    The answer is the sound, as it is made.

    Args:
        model: Id of the model, for example `tts-1`, `tts-1-hd` or `gpt-4o-mini-tts`. At least 1
            character.
        input: What to say. At most 4096 characters.
        voice: Who says it.
        instructions: How to say it, for models that can be told.
        response_format: Format of the sound. `pcm` has no header; the others can be played as
            files. Default of the server: "mp3".
        speed: How fast it is said, 1 being the pace of the voice. Range: 0.25 to 4.0. Default
            of the server: 1.
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


class Speech(Resource):
    """Turn text into speech, and speech into text."""

    @cached_property
    def with_raw_response(self) -> SpeechWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return SpeechWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> SpeechWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return SpeechWithStreamingResponse(self._engine)

    @declared(create_speech_signature, "BinaryContent")
    def create(self, *path: Never, **params: Unpack[CreateSpeechParams]) -> BinaryContent:
        """Speak a text."""
        result: BinaryContent = self._call(CREATE_SPEECH, params, path)
        return result


class AsyncSpeech(AsyncResource):
    """Turn text into speech, and speech into text."""

    @cached_property
    def with_raw_response(self) -> AsyncSpeechWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return AsyncSpeechWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncSpeechWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return AsyncSpeechWithStreamingResponse(self._engine)

    @declared(create_speech_signature, "Coroutine[Any, Any, BinaryContent]", is_coroutine=True)
    def create(
        self, *path: Never, **params: Unpack[CreateSpeechParams]
    ) -> Coroutine[Any, Any, BinaryContent]:
        """Speak a text."""
        result: Coroutine[Any, Any, BinaryContent] = self._call(CREATE_SPEECH, params, path)
        return result


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


CREATE_TRANSCRIPTION: Final = Method(
    create_transcription.OPERATION,
)


def create_transcription_signature(
    self: Any,
    *,
    file: FileInput,
    model: str,
    language: str | None = None,
    prompt: str | None = None,
    response_format: TranscriptionFormat | str | None = None,
    temperature: float | None = None,
    timestamp_granularities: Sequence[TimestampGranularity | str] | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Write down what is said in a recording.

    In the language that is spoken.

    Args:
        file: The recording: a path, its content, an open file, or a tuple of name, content and,
            if you like, media type. FLAC, MP3, MP4, M4A, Ogg, WAV or WebM. At most 25 MB.
        model: Id of the model, for example `whisper-1`. At least 1 character.
        language: Language that is spoken, in ISO 639-1 (`en`). It makes the text better.
        prompt: Text that came before, or words as they are to be spelled.
        response_format: Form of the answer. For `text`, `srt` (SubRip) and `vtt` (WebVTT) it is
            text, else an object; `verbose_json` adds segments with times. Default of the
            server: "json".
        temperature: How freely the model picks its words. Range: 0.0 to 1.0. Default of the
            server: 0.
        timestamp_granularities: What is given times. Only with `verbose_json`.
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


class Transcriptions(Resource):
    """Turn text into speech, and speech into text."""

    @cached_property
    def with_raw_response(self) -> TranscriptionsWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return TranscriptionsWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> TranscriptionsWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return TranscriptionsWithStreamingResponse(self._engine)

    @overload
    def create(
        self,
        *,
        response_format: Literal["text", "srt", "vtt"],
        **params: Unpack[CreateTranscriptionParams],
    ) -> str: ...
    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "verbose_json"] | None = None,
        **params: Unpack[CreateTranscriptionParams],
    ) -> Transcription: ...
    @overload
    def create(
        self,
        *,
        response_format: TranscriptionFormat | str | None,
        **params: Unpack[CreateTranscriptionParams],
    ) -> Transcription | str: ...
    @declared(create_transcription_signature, "Transcription | str")
    def create(self, *path: Any, response_format: Any = None, **params: Any) -> Any:
        """Write down what is said in a recording."""
        return self._call(
            CREATE_TRANSCRIPTION, {**params, "response_format": response_format}, path
        )


class AsyncTranscriptions(AsyncResource):
    """Turn text into speech, and speech into text."""

    @cached_property
    def with_raw_response(self) -> AsyncTranscriptionsWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return AsyncTranscriptionsWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncTranscriptionsWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return AsyncTranscriptionsWithStreamingResponse(self._engine)

    @overload
    def create(
        self,
        *,
        response_format: Literal["text", "srt", "vtt"],
        **params: Unpack[CreateTranscriptionParams],
    ) -> Coroutine[Any, Any, str]: ...
    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "verbose_json"] | None = None,
        **params: Unpack[CreateTranscriptionParams],
    ) -> Coroutine[Any, Any, Transcription]: ...
    @overload
    def create(
        self,
        *,
        response_format: TranscriptionFormat | str | None,
        **params: Unpack[CreateTranscriptionParams],
    ) -> Coroutine[Any, Any, Transcription | str]: ...
    @declared(
        create_transcription_signature,
        "Coroutine[Any, Any, Transcription | str]",
        is_coroutine=True,
    )
    def create(self, *path: Any, response_format: Any = None, **params: Any) -> Any:
        """Write down what is said in a recording."""
        return self._call(
            CREATE_TRANSCRIPTION, {**params, "response_format": response_format}, path
        )


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


CREATE_TRANSLATION: Final = Method(
    create_translation.OPERATION,
)


def create_translation_signature(
    self: Any,
    *,
    file: FileInput,
    model: str,
    prompt: str | None = None,
    response_format: TranscriptionFormat | str | None = None,
    temperature: float | None = None,
    extra_headers: Mapping[str, str | None] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
    timeout: float | httpx.Timeout | None = None,
    max_retries: int | RetryPolicy | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
) -> Any:
    """Write down in English what is said in a recording.

    Whatever language is spoken.

    Args:
        file: The recording: a path, its content, an open file, or a tuple of name, content and,
            if you like, media type. FLAC, MP3, MP4, M4A, Ogg, WAV or WebM. At most 25 MB.
        model: Id of the model, for example `whisper-1`. At least 1 character.
        prompt: Text that came before, in English, or words as they are to be spelled.
        response_format: Form of the answer. For `text`, `srt` (SubRip) and `vtt` (WebVTT) it is
            text, else an object; `verbose_json` adds segments with times. Default of the
            server: "json".
        temperature: How freely the model picks its words. Range: 0.0 to 1.0. Default of the
            server: 0.
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


class Translations(Resource):
    """Turn text into speech, and speech into text."""

    @cached_property
    def with_raw_response(self) -> TranslationsWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return TranslationsWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> TranslationsWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return TranslationsWithStreamingResponse(self._engine)

    @overload
    def create(
        self,
        *,
        response_format: Literal["text", "srt", "vtt"],
        **params: Unpack[CreateTranslationParams],
    ) -> str: ...
    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "verbose_json"] | None = None,
        **params: Unpack[CreateTranslationParams],
    ) -> Transcription: ...
    @overload
    def create(
        self,
        *,
        response_format: TranscriptionFormat | str | None,
        **params: Unpack[CreateTranslationParams],
    ) -> Transcription | str: ...
    @declared(create_translation_signature, "Transcription | str")
    def create(self, *path: Any, response_format: Any = None, **params: Any) -> Any:
        """Write down in English what is said in a recording."""
        return self._call(CREATE_TRANSLATION, {**params, "response_format": response_format}, path)


class AsyncTranslations(AsyncResource):
    """Turn text into speech, and speech into text."""

    @cached_property
    def with_raw_response(self) -> AsyncTranslationsWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        return AsyncTranslationsWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncTranslationsWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        return AsyncTranslationsWithStreamingResponse(self._engine)

    @overload
    def create(
        self,
        *,
        response_format: Literal["text", "srt", "vtt"],
        **params: Unpack[CreateTranslationParams],
    ) -> Coroutine[Any, Any, str]: ...
    @overload
    def create(
        self,
        *,
        response_format: Literal["json", "verbose_json"] | None = None,
        **params: Unpack[CreateTranslationParams],
    ) -> Coroutine[Any, Any, Transcription]: ...
    @overload
    def create(
        self,
        *,
        response_format: TranscriptionFormat | str | None,
        **params: Unpack[CreateTranslationParams],
    ) -> Coroutine[Any, Any, Transcription | str]: ...
    @declared(
        create_translation_signature, "Coroutine[Any, Any, Transcription | str]", is_coroutine=True
    )
    def create(self, *path: Any, response_format: Any = None, **params: Any) -> Any:
        """Write down in English what is said in a recording."""
        return self._call(CREATE_TRANSLATION, {**params, "response_format": response_format}, path)


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


class Audio(Resource):
    """Turn text into speech, and speech into text."""

    @cached_property
    def speech(self) -> Speech:
        """Turn text into speech, and speech into text."""
        return Speech(self._engine)

    @cached_property
    def transcriptions(self) -> Transcriptions:
        """Turn text into speech, and speech into text."""
        return Transcriptions(self._engine)

    @cached_property
    def translations(self) -> Translations:
        """Turn text into speech, and speech into text."""
        return Translations(self._engine)


class AsyncAudio(AsyncResource):
    """Turn text into speech, and speech into text."""

    @cached_property
    def speech(self) -> AsyncSpeech:
        """Turn text into speech, and speech into text."""
        return AsyncSpeech(self._engine)

    @cached_property
    def transcriptions(self) -> AsyncTranscriptions:
        """Turn text into speech, and speech into text."""
        return AsyncTranscriptions(self._engine)

    @cached_property
    def translations(self) -> AsyncTranslations:
        """Turn text into speech, and speech into text."""
        return AsyncTranslations(self._engine)
