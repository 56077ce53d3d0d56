# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `TranslationRequest`."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.uploads import FileInput

__all__ = ["TranslationRequest", "TranslationRequestDict"]


@model
class TranslationRequest(JSONObject):
    """A recording, the model that writes it down in English, and how.

    Attributes:
        file: The recording: a path, its content, an open file, or a tuple of name, content and,
            if you like, media type. FLAC, MP3, MP4, M4A, Ogg, WAV or WebM. At most 25 MB.
        model: Id of the model, for example `whisper-1`. At least 1 character.
        prompt: Text that came before, in English, or words as they are to be spelled.
        response_format: Form of the answer. For `text`, `srt` (SubRip) and `vtt` (WebVTT) it is
            text, else an object; `verbose_json` adds segments with times. Default of the
            server: "json".
        temperature: How freely the model picks its words. Range: 0.0 to 1.0. Default of the
            server: 0.
    """

    file: FileInput
    model: str
    prompt: str | None = None
    response_format: TranscriptionFormat | str | None = None
    temperature: float | None = None


@for_pydantic
class TranslationRequestDict(TypedDict):
    """The plain dict that `TranslationRequest` is made from."""

    file: Required[FileInput]
    """The recording: a path, its content, an open file, or a tuple of name, content and, if you
    like, media type. FLAC, MP3, MP4, M4A, Ogg, WAV or WebM. At most 25 MB.
    """
    model: Required[str]
    """Id of the model, for example `whisper-1`. At least 1 character."""
    prompt: NotRequired[str]
    """Text that came before, in English, or words as they are to be spelled."""
    response_format: NotRequired[TranscriptionFormat | str]
    """Form of the answer. For `text`, `srt` (SubRip) and `vtt` (WebVTT) it is text, else an
    object; `verbose_json` adds segments with times. Default of the server: "json".
    """
    temperature: NotRequired[float]
    """How freely the model picks its words. Range: 0.0 to 1.0. Default of the server: 0."""


# Below the class, because schemas may refer to each other in a circle.
from .transcription_format import TranscriptionFormat
