"""Completions about images or a recording, or from a web search.

Each method makes the messages and calls `create` with them. The methods are written once, for sync
and async: `_create_from` makes the call once the files have been read.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeVar, cast, overload

from .._streaming.awaitable_stream import AwaitableStream
from .params import check_response_format, check_text
from .parts import MediaSource, audio_part, image_part
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

    from .._streaming.stream import AsyncStream, Stream
    from .params import OtherParams, TextParams

    Images: TypeAlias = MediaSource | Sequence[MediaSource]
    Voice: TypeAlias = AudioVoice | str | AudioVoiceReferenceDict
    Request: TypeAlias = Callable[[], dict[str, Any]]

    class ImageParams(OtherParams, total=False):
        """What `create_with_image` takes by name."""

        detail: ImageDetail | str
        system: str | None

    class AudioParams(TextParams, total=False):
        """What `create_with_audio` takes by name."""

        audio_format: InputAudioFormat | str | None
        output_voice: Voice | None
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


__all__ = ["AsyncMediaMethods", "MediaMethods"]

A = TypeVar("A")  # what a call returns,
S = TypeVar("S")  # what it returns with `stream=True`,
E = TypeVar("E")  # and what it returns with a `stream` of either value


class _Completions(Protocol):
    """The class that the methods are mixed into."""

    def create(self, **params: Any) -> Any: ...


class _MediaMethods(Generic[A, S, E]):
    """The methods. They take everything else that `create` takes, and pass it on."""

    @overload
    def create_with_image(
        self,
        model: str,
        prompt: str,
        image: Images,
        *,
        stream: Literal[False] | None = None,
        **params: Unpack[ImageParams],
    ) -> A: ...
    @overload
    def create_with_image(
        self,
        model: str,
        prompt: str,
        image: Images,
        *,
        stream: Literal[True],
        **params: Unpack[ImageParams],
    ) -> S: ...
    @overload
    def create_with_image(
        self,
        model: str,
        prompt: str,
        image: Images,
        *,
        stream: bool | None,
        **params: Unpack[ImageParams],
    ) -> E: ...
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
    ) -> A | S | E:
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
        content = partial(_image_content, prompt, image, detail)
        request = _prepare("create_with_image", model, system, content, params)
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
    ) -> A: ...
    @overload
    def create_with_audio(
        self,
        model: str,
        prompt: str,
        audio: MediaSource,
        *,
        stream: Literal[True],
        **params: Unpack[AudioParams],
    ) -> S: ...
    @overload
    def create_with_audio(
        self,
        model: str,
        prompt: str,
        audio: MediaSource,
        *,
        stream: bool | None,
        **params: Unpack[AudioParams],
    ) -> E: ...
    def create_with_audio(
        self,
        model: str,
        prompt: str,
        audio: MediaSource,
        *,
        audio_format: InputAudioFormat | str | None = None,
        output_voice: Voice | None = None,
        output_format: AudioFormat | str | None = None,
        system: str | None = None,
        stream: bool | None = None,
        **params: Any,
    ) -> A | S | E:
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
        content = partial(_audio_content, prompt, audio, audio_format)
        params |= _speech_params(output_voice, output_format, params)
        request = _prepare("create_with_audio", model, system, content, params)
        return self._create_from(request, stream)

    @overload
    def create_with_web_search(
        self, prompt: str, *, stream: Literal[False] | None = None, **params: Unpack[SearchParams]
    ) -> A: ...
    @overload
    def create_with_web_search(
        self, prompt: str, *, stream: Literal[True], **params: Unpack[SearchParams]
    ) -> S: ...
    @overload
    def create_with_web_search(
        self, prompt: str, *, stream: bool | None, **params: Unpack[SearchParams]
    ) -> E: ...
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
    ) -> A | S | E:
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
        request = _prepare("create_with_web_search", model, system, lambda: prompt, params)
        return self._create_from(request, stream)

    def _create_from(self, request: Request, stream: bool | None) -> A | S | E:
        """Call `create` with what `request` returns, which may have to read files."""
        raise NotImplementedError


class MediaMethods(
    _MediaMethods[
        "ChatCompletion",
        "Stream[ChatCompletionChunk]",
        "ChatCompletion | Stream[ChatCompletionChunk]",
    ]
):
    """The methods of a synchronous client."""

    def _create_from(
        self, request: Request, stream: bool | None
    ) -> ChatCompletion | Stream[ChatCompletionChunk]:
        answer: ChatCompletion | Stream[ChatCompletionChunk]
        answer = cast("_Completions", self).create(stream=stream, **request())
        return answer


class AsyncMediaMethods(
    _MediaMethods[
        Coroutine[Any, Any, "ChatCompletion"],
        "AwaitableStream[ChatCompletionChunk]",
        Coroutine[Any, Any, "ChatCompletion | AsyncStream[ChatCompletionChunk]"],
    ]
):
    """The methods of an asynchronous client. Files are read in a thread."""

    def _create_from(self, request: Request, stream: bool | None) -> Any:
        call = self._create_later(request, stream)
        return AwaitableStream(call) if stream else call

    async def _create_later(self, request: Request, stream: bool | None) -> Any:
        import anyio.to_thread  # comes with httpx; serves asyncio and trio alike

        params = await anyio.to_thread.run_sync(request, abandon_on_cancel=True)
        return await cast("_Completions", self).create(stream=stream, **params)


def _prepare(
    method: str,
    model: str,
    system: str | None,
    content: Callable[[], object],
    params: Mapping[str, Any],
) -> Request:
    """Return a function that reads the files and returns the arguments of `create`."""
    if "messages" in params:
        raise TypeError(
            f"{method} makes the messages itself; for messages of your own, use create,"
            " with image_part, audio_part or video_part for their content"
        )
    check_response_format(
        params.get("response_format"),
        "to parse the answer into a type, use parse() with messages of your own, and image_part"
        " or audio_part in their content",
    )
    before: list[object] = []
    if system is not None:
        check_text("system", system)
        before.append({"role": "system", "content": system})

    def request() -> dict[str, Any]:
        question = {"role": "user", "content": content()}
        return {"model": model, "messages": [*before, question], **params}

    return request


def _image_content(prompt: str, image: Images, detail: str) -> list[object]:
    images = cast("Sequence[MediaSource]", image if isinstance(image, (list, tuple)) else [image])
    if not images:
        raise ValueError("image is an empty list; create_with_image needs at least one image")
    return [*_text_parts(prompt), *(image_part(each, detail=detail) for each in images)]


def _audio_content(prompt: str, audio: MediaSource, audio_format: str | None) -> list[object]:
    return [*_text_parts(prompt), audio_part(audio, audio_format=audio_format)]


def _text_parts(prompt: str) -> list[object]:
    """Return the parts for a prompt: none if it is empty, which some providers refuse."""
    check_text("prompt", prompt)
    return [{"type": "text", "text": prompt}] if prompt else []


def _speech_params(
    voice: Voice | None, audio_format: str | None, params: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the arguments of `create` that ask for a spoken answer."""
    if voice is None:
        if audio_format is not None:
            raise TypeError("output_format is for spoken answers: pass output_voice as well")
        return {}
    if params.get("modalities") is not None:
        raise TypeError(
            "create_with_audio sets modalities if output_voice is given; omit one of them"
        )
    return {
        "modalities": ["text", "audio"],
        "audio": {"voice": voice, "format": audio_format or "wav"},
    }
