"""Completions about images or a recording, or from a web search."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, overload

from .._declared import (
    called,
    coroutine_function,  # async only
    resolvable,
)
from .._streaming.awaitable import AwaitableStream
from .._transport.async_backend import in_thread  # async only
from .media import audio_content, image_content, prepare_request, speech_params
from .params import check_text
from .web_search import search_params

if TYPE_CHECKING:
    from typing import TypeAlias, Unpack

    from apertis_client.models import (
        AudioFormat,
        AudioVoice,
        AudioVoiceReferenceDict,
        ChatCompletion,
        ChatCompletionChunk,
        ImageDetail,
        InputAudioFormat,
        SearchContextSize,
    )

    from .._streaming.async_stream import AsyncStream
    from .media import Images, Request
    from .params import OtherParams, TextParams
    from .parts import MediaSource

    Answer: TypeAlias = Coroutine[Any, Any, ChatCompletion]
    AnswerOrStream: TypeAlias = Coroutine[
        Any, Any, ChatCompletion | AsyncStream[ChatCompletionChunk]
    ]

    class ImageParams(OtherParams, total=False):
        """What `create_with_image` takes by name."""

        detail: ImageDetail | str
        system: str | None

    class AudioParams(TextParams, total=False):
        """What `create_with_audio` takes by name."""

        audio_format: InputAudioFormat | str | None
        output_voice: AudioVoice | str | AudioVoiceReferenceDict | None
        output_format: AudioFormat | str | None
        system: str | None

    class SearchParams(OtherParams, total=False):
        """What `create_with_web_search` takes by name."""

        model: str
        context_size: SearchContextSize | str
        allowed_domains: Sequence[str] | None
        country: str | None
        city: str | None
        region: str | None
        system: str | None


__all__ = ["AsyncMediaMethods"]


class AsyncMediaMethods:
    """The methods. They take everything else that `create` takes, and pass it on.

    Each makes the messages and calls `create`, which the generated class adds. An asynchronous
    client reads files in a thread.
    """

    create: Callable[..., Any]

    @overload
    def create_with_image(
        self,
        model: str,
        prompt: str,
        image: Images,
        *,
        stream: Literal[False] | None = None,
        **params: Unpack[ImageParams],
    ) -> Answer: ...
    @overload
    def create_with_image(
        self,
        model: str,
        prompt: str,
        image: Images,
        *,
        stream: Literal[True],
        **params: Unpack[ImageParams],
    ) -> AwaitableStream[ChatCompletionChunk]: ...
    @overload
    def create_with_image(
        self,
        model: str,
        prompt: str,
        image: Images,
        *,
        stream: bool | None,
        **params: Unpack[ImageParams],
    ) -> AnswerOrStream: ...
    @coroutine_function  # async only
    @called("chat.completions.create_with_image")
    @resolvable
    def create_with_image(
        self,
        model: str,
        prompt: str,
        image: Images,
        *,
        detail: ImageDetail | str = "auto",
        system: str | None = None,
        stream: bool | None = None,
        **params: Any,
    ) -> Any:
        """Create a model's answer to a question about an image, or about several.

        Args:
            model: Id of a model that accepts images.
            prompt: What to ask. If it is empty, no text is sent.
            image: A URL, the path of a file or its content, or a list of them: PNG, JPEG, GIF or
                WebP of at most 20 MB.
            detail: How closely the model looks: ``auto``, ``low`` or ``high``.
            system: The system message, if there is to be one.
            stream: Give the answer as it is written.
            **params: Everything else that `create` takes, except `messages`.

        Raises:
            ApertisError: The call failed; the class says how, see `apertis` for all of them.
            OSError: A file cannot be read; `FileNotFoundError` if there is none.
            ValueError: An image is of another format or too large, or there is none.
            TypeError: An argument is unknown, missing or of the wrong type.
        """
        content = partial(image_content, prompt, image, detail)
        request = prepare_request("create_with_image", model, system, content, params)
        return self._create_from(request, stream)

    @overload
    def create_with_audio(
        self,
        model: str,
        prompt: str,
        audio: MediaSource,
        *,
        stream: Literal[False] | None = None,
        **params: Unpack[AudioParams],
    ) -> Answer: ...
    @overload
    def create_with_audio(
        self,
        model: str,
        prompt: str,
        audio: MediaSource,
        *,
        stream: Literal[True],
        **params: Unpack[AudioParams],
    ) -> AwaitableStream[ChatCompletionChunk]: ...
    @overload
    def create_with_audio(
        self,
        model: str,
        prompt: str,
        audio: MediaSource,
        *,
        stream: bool | None,
        **params: Unpack[AudioParams],
    ) -> AnswerOrStream: ...
    @coroutine_function  # async only
    @called("chat.completions.create_with_audio")
    @resolvable
    def create_with_audio(
        self,
        model: str,
        prompt: str,
        audio: MediaSource,
        *,
        audio_format: InputAudioFormat | str | None = None,
        output_voice: AudioVoice | str | AudioVoiceReferenceDict | None = None,
        output_format: AudioFormat | str | None = None,
        system: str | None = None,
        stream: bool | None = None,
        **params: Any,
    ) -> Any:
        """Create a model's answer to a recording, written or spoken.

        Args:
            model: Id of a model that accepts audio.
            prompt: What to ask. If it is empty, no text is sent.
            audio: The path of a file, its content, or a ``data:`` URL; at most 25 MB.
            audio_format: ``wav``, ``mp3``, ``flac``, ``opus`` or ``pcm16``; recognized by the
                content if left out. Raw samples (``pcm16``) are given as bytes.
            output_voice: The voice to answer with, such as ``alloy``, or an object with its id.
                If left out, the answer is text alone.
            output_format: Format of the spoken answer, ``wav`` if left out. Only with
                `output_voice`. For a stream, some providers support ``pcm16`` only.
            system: The system message, if there is to be one.
            stream: Give the answer as it is written.
            **params: Everything else that `create` takes, except `messages` and `audio`.

        Raises:
            ApertisError: The call failed; the class says how, see `apertis` for all of them.
            OSError: The file cannot be read; `FileNotFoundError` if there is none.
            ValueError: The recording is of another format or too large.
            TypeError: An argument is unknown, missing or of the wrong type.
        """
        content = partial(audio_content, prompt, audio, audio_format)
        params |= speech_params(output_voice, output_format, params)
        request = prepare_request("create_with_audio", model, system, content, params)
        return self._create_from(request, stream)

    @overload
    def create_with_web_search(
        self, prompt: str, *, stream: Literal[False] | None = None, **params: Unpack[SearchParams]
    ) -> Answer: ...
    @overload
    def create_with_web_search(
        self, prompt: str, *, stream: Literal[True], **params: Unpack[SearchParams]
    ) -> AwaitableStream[ChatCompletionChunk]: ...
    @overload
    def create_with_web_search(
        self, prompt: str, *, stream: bool | None, **params: Unpack[SearchParams]
    ) -> AnswerOrStream: ...
    @coroutine_function  # async only
    @called("chat.completions.create_with_web_search")
    @resolvable
    def create_with_web_search(
        self,
        prompt: str,
        *,
        model: str = "gpt-5-search-api",
        context_size: SearchContextSize | str = "medium",
        allowed_domains: Sequence[str] | None = None,
        country: str | None = None,
        city: str | None = None,
        region: str | None = None,
        system: str | None = None,
        stream: bool | None = None,
        **params: Any,
    ) -> Any:
        """Create an answer out of what the model finds on the web.

        The sources are `annotations` of the answer's message.

        Args:
            prompt: What to find out.
            model: Id of a model that searches: one of those named `*-search-api` and
                `*-search-preview`; others ignore what follows.
            context_size: How much of what was found the model is given: ``low``, ``medium`` or
                ``high``.
            allowed_domains: Domains to search in, such as ``example.com``, without ``https://``;
                1 to 100. If left out, the whole web.
            country: Two-letter ISO code of the country to search from, such as ``FR``.
            city: Name of the city to search from.
            region: Name of the state or region to search from.
            system: The system message, if there is to be one.
            stream: Give the answer as it is written.
            **params: Everything else that `create` takes, except `messages`.

        Raises:
            ApertisError: The call failed; the class says how, see `apertis` for all of them.
            ValueError: A domain is invalid, or there are too many or none at all; or the country
                is not a two-letter code.
            TypeError: An argument is unknown, missing or of the wrong type.
        """
        check_text("prompt", prompt)
        place = {"country": country, "city": city, "region": region}
        params |= search_params(context_size, allowed_domains, place, params)
        request = prepare_request("create_with_web_search", model, system, lambda: prompt, params)
        return self._create_from(request, stream)

    def _create_from(self, request: Request, stream: bool | None) -> Any:
        call = self._create_later(request, stream)
        return AwaitableStream(call) if stream else call

    async def _create_later(self, request: Request, stream: bool | None) -> Any:
        params = await in_thread(request, abandon_on_cancel=True)
        return await self.create(stream=stream, **params)
