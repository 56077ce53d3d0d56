"""Completions about an image, a recording, or what a search of the web finds.

Each method makes the messages and hands them to `create`. It is written once, for both worlds:
they differ in how a request that may have to read files becomes a call.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar, cast, overload

from apertis_client._runtime.json_object import JSONObject

from .._core.awaitable import AwaitableStream
from .parts import MediaSource, audio_part, image_part

if TYPE_CHECKING:
    from typing import TypeAlias, Unpack

    from apertis_client.api.chat import create_chat_completion
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

    from .._core.options import RequestOptions
    from .._streaming.stream import AsyncStream, Stream
    from ..resources.chat import AsyncCompletions, Completions

    class AudioParams(
        create_chat_completion.Options,
        create_chat_completion.ResponseFormatOption,
        create_chat_completion.ToolsOption,
        RequestOptions,
    ):
        """Everything that `create` takes but `model`, `messages`, `audio` and `stream`."""

    class OtherParams(AudioParams, create_chat_completion.AudioOption):
        """Everything that `create` takes but `model`, `messages` and `stream`."""

    Request: TypeAlias = Callable[[], dict[str, Any]]

__all__ = ["AsyncMediaMethods", "MediaMethods", "check_response_format"]

A = TypeVar("A")  # what a call gives,
S = TypeVar("S")  # what it gives with `stream=True`,
E = TypeVar("E")  # and where nobody knows before

_MOST_DOMAINS: Final = 100


class _MediaMethods(Generic[A, S, E]):
    """The methods. Whatever else `create` takes, they take and pass on."""

    @overload
    def create_with_image(
        self,
        model: str,
        prompt: str,
        image: MediaSource | Sequence[MediaSource],
        *,
        detail: ImageDetail | str = "auto",
        system: str | None = None,
        stream: Literal[False] | None = None,
        **params: Unpack[OtherParams],
    ) -> A: ...
    @overload
    def create_with_image(
        self,
        model: str,
        prompt: str,
        image: MediaSource | Sequence[MediaSource],
        *,
        detail: ImageDetail | str = "auto",
        system: str | None = None,
        stream: Literal[True],
        **params: Unpack[OtherParams],
    ) -> S: ...
    @overload
    def create_with_image(
        self,
        model: str,
        prompt: str,
        image: MediaSource | Sequence[MediaSource],
        *,
        detail: ImageDetail | str = "auto",
        system: str | None = None,
        stream: bool | None,
        **params: Unpack[OtherParams],
    ) -> E: ...
    def create_with_image(
        self,
        model: str,
        prompt: str,
        image: MediaSource | Sequence[MediaSource],
        *,
        detail: ImageDetail | str = "auto",
        system: str | None = None,
        stream: bool | None = None,
        **params: Any,
    ) -> A | S | E:
        """Create a model's answer to a question about an image, or about several.

        Args:
            model: Id of a model that can see.
            prompt: What to ask. If it is empty, no text is sent.
            image: A URL, the path of a file or its content, or a list of them: PNG, JPEG, GIF or
                WebP of at most 20 MB.
            detail: How closely the model looks: ``auto``, ``low`` or ``high``.
            system: What the model is told before.
            stream: Give the answer as it is written.
            **params: Everything else that `create` takes, but `messages`.

        Raises:
            ApertisError: The call failed; the class says how, see `apertis` for the family.
            FileNotFoundError: There is no such file.
            ValueError: An image is of another format or too large, or there is none.
            TypeError: An argument is unknown, missing or of the wrong type.
        """
        content = partial(_image_content, prompt, image, detail)
        request = _request("create_with_image", model, system, content, params)
        return self._sent(request, stream)

    @overload
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
        audio_format: InputAudioFormat | str | None = None,
        output_voice: AudioVoice | str | AudioVoiceReferenceDict | None = None,
        output_format: AudioFormat | str | None = None,
        system: str | None = None,
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
        audio_format: InputAudioFormat | str | None = None,
        output_voice: AudioVoice | str | AudioVoiceReferenceDict | None = None,
        output_format: AudioFormat | str | None = None,
        system: str | None = None,
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
        output_voice: AudioVoice | str | AudioVoiceReferenceDict | None = None,
        output_format: AudioFormat | str | None = None,
        system: str | None = None,
        stream: bool | None = None,
        **params: Any,
    ) -> A | S | E:
        """Create a model's answer to a recording, written or spoken.

        Args:
            model: Id of a model that can hear.
            prompt: What to ask. If it is empty, no text is sent.
            audio: The path of a file, its content, or a ``data:`` URL.
            audio_format: ``wav``, ``mp3``, ``flac``, ``opus`` or ``pcm16``. Left out, the content
                decides; ``pcm16``, which is raw samples, has to be given.
            output_voice: The voice to answer with, such as ``alloy``, or an object with its id.
                Left out, the answer is text alone.
            output_format: Format of the spoken answer, ``wav`` if left out. Only with
                `output_voice`. For a stream, some providers know ``pcm16`` only.
            system: What the model is told before.
            stream: Give the answer as it is written.
            **params: Everything else that `create` takes, but `messages` and `audio`.

        Raises:
            ApertisError: The call failed; the class says how, see `apertis` for the family.
            FileNotFoundError: There is no such file.
            ValueError: The recording is of another format.
            TypeError: An argument is unknown, missing or of the wrong type.
        """
        content = partial(_audio_content, prompt, audio, audio_format)
        params |= _speech(output_voice, output_format, params)
        request = _request("create_with_audio", model, system, content, params)
        return self._sent(request, stream)

    @overload
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
        stream: Literal[False] | None = None,
        **params: Unpack[OtherParams],
    ) -> A: ...
    @overload
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
        stream: Literal[True],
        **params: Unpack[OtherParams],
    ) -> S: ...
    @overload
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
        stream: bool | None,
        **params: Unpack[OtherParams],
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
        """Create an answer out of what the model finds in the web.

        The sources are `annotations` of the answer's message.

        Args:
            prompt: What to find out.
            model: Id of a model that searches: one of those named `*-search-api` and
                `*-search-preview`; others do not look at what follows.
            context_size: How much of what was found the model is given: ``low``, ``medium`` or
                ``high``.
            allowed_domains: Domains to search in, such as ``example.com``, without ``https://``;
                1 to 100. Left out, the whole web.
            country: Two-letter ISO code of the country to search from, such as ``FR``.
            city: Name of the city to search from.
            region: Name of the state or region to search from.
            system: What the model is told before.
            stream: Give the answer as it is written.
            **params: Everything else that `create` takes, but `messages`.

        Raises:
            ApertisError: The call failed; the class says how, see `apertis` for the family.
            ValueError: A domain is none, or there are too many or none at all; or the country is
                no two-letter code.
            TypeError: An argument is unknown, missing or of the wrong type.
        """
        _check_text("prompt", prompt)
        place = {"country": country, "city": city, "region": region}
        params |= _web_search(context_size, allowed_domains, place, params)
        request = _request("create_with_web_search", model, system, lambda: prompt, params)
        return self._sent(request, stream)

    def _sent(self, request: Request, stream: bool | None) -> A | S | E:
        """Send what `request` returns; making it may take a while."""
        raise NotImplementedError


class MediaMethods(
    _MediaMethods[
        "ChatCompletion",
        "Stream[ChatCompletionChunk]",
        "ChatCompletion | Stream[ChatCompletionChunk]",
    ]
):
    """What `Completions` has beside `create`."""

    def _sent(
        self, request: Request, stream: bool | None
    ) -> ChatCompletion | Stream[ChatCompletionChunk]:
        return cast("Completions", self).create(stream=stream, **request())


class AsyncMediaMethods(
    _MediaMethods[
        Coroutine[Any, Any, "ChatCompletion"],
        "AwaitableStream[ChatCompletionChunk]",
        Coroutine[Any, Any, "ChatCompletion | AsyncStream[ChatCompletionChunk]"],
    ]
):
    """What `AsyncCompletions` has beside `create`. Files are read in a thread."""

    def _sent(
        self, request: Request, stream: bool | None
    ) -> Coroutine[Any, Any, ChatCompletion | AsyncStream[ChatCompletionChunk]]:
        if stream:
            return AwaitableStream(self._opened(request))
        return self._answered(request)

    async def _answered(self, request: Request) -> ChatCompletion:
        made = await _in_a_thread(request)
        answer: ChatCompletion = await cast("AsyncCompletions", self).create(stream=False, **made)
        return answer

    async def _opened(self, request: Request) -> AsyncStream[ChatCompletionChunk]:
        made = await _in_a_thread(request)
        opened: AsyncStream[ChatCompletionChunk]
        opened = await cast("AsyncCompletions", self).create(stream=True, **made)
        return opened


async def _in_a_thread(request: Request) -> dict[str, Any]:
    import anyio.to_thread  # comes with httpx; serves asyncio and trio alike

    return await anyio.to_thread.run_sync(request, abandon_on_cancel=True)


def _request(
    method: str,
    model: str,
    system: str | None,
    content: Callable[[], object],
    params: Mapping[str, Any],
) -> Request:
    """Return what makes the arguments of `create`; that reads files, and nothing here does."""
    if "messages" in params:
        raise TypeError(
            f"{method} makes the messages itself; to give messages of your own, put what"
            " image_part, audio_part or video_part returns into the content of one, and use create"
        )
    check_response_format(
        params.get("response_format"),
        "for an answer parsed into a type, use parse() with messages of your own, and image_part"
        " or audio_part in their content",
    )
    before: list[object] = []
    if system is not None:
        _check_text("system", system)
        before.append({"role": "system", "content": system})

    def arguments() -> dict[str, Any]:
        question = {"role": "user", "content": content()}
        return {"model": model, "messages": [*before, question], **params}

    return arguments


def _image_content(
    prompt: str, image: MediaSource | Sequence[MediaSource], detail: ImageDetail | str
) -> list[object]:
    images = cast("Sequence[MediaSource]", image if isinstance(image, (list, tuple)) else [image])
    if not images:
        raise ValueError("image is an empty list; create_with_image needs one image at least")
    return [*_text(prompt), *(image_part(each, detail=detail) for each in images)]


def _audio_content(
    prompt: str, audio: MediaSource, audio_format: InputAudioFormat | str | None
) -> list[object]:
    return [*_text(prompt), audio_part(audio, audio_format=audio_format)]


def _speech(
    voice: AudioVoice | str | AudioVoiceReferenceDict | None,
    audio_format: AudioFormat | str | None,
    params: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the arguments of `create` that make the answer a spoken one."""
    if voice is None:
        if audio_format is not None:
            raise TypeError(
                "output_format is that of a spoken answer, which needs an output_voice as well"
            )
        return {}
    if params.get("modalities") is not None:
        raise TypeError("create_with_audio sets modalities where output_voice is given; leave one")
    return {
        "modalities": ["text", "audio"],
        "audio": {"voice": voice, "format": audio_format or "wav"},
    }


def _web_search(
    context_size: SearchContextSize | str,
    domains: Sequence[str] | None,
    place: Mapping[str, str | None],
    params: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the argument of `create` that says how to search."""
    for name in ("web_search_options", "web_results_count", "web_content_length"):
        if params.get(name) is not None:
            raise TypeError(
                f"create_with_web_search sets web_search_options itself, and {name} does not go"
                " with that; use create"
            )
    options: dict[str, Any] = {"search_context_size": context_size}
    if domains is not None:
        _check_domains(domains)
        options["filters"] = domains
    if known := {name: value for name, value in place.items() if value is not None}:
        _check_place(known)
        options["user_location"] = {"type": "approximate", "approximate": known}
    return {"web_search_options": options}


def _check_place(place: Mapping[str, str]) -> None:
    for name, value in place.items():
        _check_text(name, value)
    country = place.get("country", "FR")
    if not re.fullmatch("[A-Za-z]{2}", country):
        raise ValueError(f"country must be a two-letter ISO code such as 'FR', not {country!r}")


def check_response_format(value: object, advice: str) -> None:
    """Refuse a type: the answer comes as it is, and only `parse` makes something of it."""
    if value is not None and not isinstance(value, (Mapping, JSONObject)):
        name = getattr(value, "__name__", None) or repr(value)
        raise TypeError(f"response_format must be a dict here, not the type {name}; {advice}")


def _text(prompt: str) -> list[dict[str, str]]:
    """Return the parts for a prompt; some providers refuse one that is empty."""
    _check_text("prompt", prompt)
    return [{"type": "text", "text": prompt}] if prompt else []


def _check_text(name: str, value: object) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{name} must be text, not {type(value).__name__}")


def _check_domains(domains: object) -> None:
    if isinstance(domains, (str, bytes)) or not isinstance(domains, Sequence):
        raise TypeError(f"allowed_domains must be a list of domains, not {type(domains).__name__}")
    domains = cast("Sequence[object]", domains)
    if not domains:
        raise ValueError("allowed_domains is empty; leave it out to search the whole web")
    if len(domains) > _MOST_DOMAINS:
        raise ValueError(
            f"allowed_domains may hold {_MOST_DOMAINS} domains; it holds {len(domains)}"
        )
    for domain in domains:
        _check_text("each of allowed_domains", domain)
        if not domain or set(cast("str", domain)) & set("/:@? \t\n"):
            raise ValueError(
                f"{domain!r} in allowed_domains is no domain; write 'example.com', without"
                " https:// before or a path behind it"
            )
