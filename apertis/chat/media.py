"""The requests of completions about images or a recording: their messages and arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from .params import check_response_format, check_text
from .parts import MediaSource, audio_part, image_part

if TYPE_CHECKING:
    from apertis_client.models import AudioVoice, AudioVoiceReferenceDict

    Request: TypeAlias = Callable[[], dict[str, Any]]

Images: TypeAlias = MediaSource | Sequence[MediaSource]

__all__ = ["audio_content", "image_content", "prepare_request", "speech_params"]


def prepare_request(
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


def image_content(prompt: str, image: Images, detail: str) -> list[object]:
    """Return the content of a message about one image or several."""
    images = cast("Sequence[MediaSource]", image if isinstance(image, (list, tuple)) else [image])
    if not images:
        raise ValueError("image is an empty list; create_with_image needs at least one image")
    return [*_text_parts(prompt), *(image_part(each, detail=detail) for each in images)]


def audio_content(prompt: str, audio: MediaSource, audio_format: str | None) -> list[object]:
    """Return the content of a message about a recording."""
    return [*_text_parts(prompt), audio_part(audio, audio_format=audio_format)]


def _text_parts(prompt: str) -> list[object]:
    """Return the parts for a prompt: none if it is empty, which some providers refuse."""
    check_text("prompt", prompt)
    return [{"type": "text", "text": prompt}] if prompt else []


def speech_params(
    voice: AudioVoice | str | AudioVoiceReferenceDict | None,
    audio_format: str | None,
    params: Mapping[str, Any],
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
