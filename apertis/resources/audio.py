# Generated from openapi.yaml by scripts/generate.py: change the spec or scripts/, then run
# `make generate`. Never edit this file.

"""`client.audio`."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from apertis_client.api.audio import create_speech

from .._declared import declared
from .._resource.base import AsyncResource, Method, Resource

if TYPE_CHECKING:
    from typing import Unpack

    import httpx

    from apertis_client._runtime.contents import BinaryContent
    from apertis_client.models import (
        AudioVoiceReference,
        AudioVoiceReferenceDict,
        SpeechFormat,
        SpeechVoice,
    )

    from .._core.options import RequestOptions
    from .._core.retry import RetryPolicy
    from .audio_views import (
        AsyncSpeechWithRawResponse,
        AsyncSpeechWithStreamingResponse,
        SpeechWithRawResponse,
        SpeechWithStreamingResponse,
    )

    class CreateSpeechParams(create_speech.Params, RequestOptions):
        """Everything that `audio.speech.create` takes."""


__all__ = [
    "AsyncSpeech",
    "Speech",
    "AsyncAudio",
    "Audio",
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
        model: Id of the model, for example `tts-1`, `tts-1-hd` or `gpt-4o-mini-tts`.
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
        from .audio_views import SpeechWithRawResponse

        return SpeechWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> SpeechWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        from .audio_views import SpeechWithStreamingResponse

        return SpeechWithStreamingResponse(self._engine)

    @declared(create_speech_signature, "BinaryContent")
    def create(self, **params: Unpack[CreateSpeechParams]) -> BinaryContent:
        """Speak a text."""
        result: BinaryContent = self._call(CREATE_SPEECH, params)
        return result


class AsyncSpeech(AsyncResource):
    """Turn text into speech, and speech into text."""

    @cached_property
    def with_raw_response(self) -> AsyncSpeechWithRawResponse:
        """The same methods, which return the HTTP response; its `parse` gives the result."""
        from .audio_views import AsyncSpeechWithRawResponse

        return AsyncSpeechWithRawResponse(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncSpeechWithStreamingResponse:
        """The same methods as context managers, with HTTP responses that are read on demand."""
        from .audio_views import AsyncSpeechWithStreamingResponse

        return AsyncSpeechWithStreamingResponse(self._engine)

    @declared(create_speech_signature, "Coroutine[Any, Any, BinaryContent]", is_coroutine=True)
    def create(self, **params: Unpack[CreateSpeechParams]) -> Coroutine[Any, Any, BinaryContent]:
        """Speak a text."""
        result: Coroutine[Any, Any, BinaryContent] = self._call(CREATE_SPEECH, params)
        return result


class Audio(Resource):
    """Turn text into speech, and speech into text."""

    @cached_property
    def speech(self) -> Speech:
        """Turn text into speech, and speech into text."""
        return Speech(self._engine)


class AsyncAudio(AsyncResource):
    """Turn text into speech, and speech into text."""

    @cached_property
    def speech(self) -> AsyncSpeech:
        """Turn text into speech, and speech into text."""
        return AsyncSpeech(self._engine)
