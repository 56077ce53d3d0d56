# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `SpeechRequest`."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["SpeechRequest", "SpeechRequestDict"]


@model
class SpeechRequest(JSONObject):
    """The text to speak, the model that does it, and the voice.

    Attributes:
        model: Id of the model, for example `tts-1`, `tts-1-hd` or `gpt-4o-mini-tts`. At least 1
            character.
        input: What to say. At most 4096 characters.
        voice: Who says it.
        instructions: How to say it, for models that can be told.
        response_format: Format of the sound. `pcm` has no header; the others can be played as
            files. Default of the server: "mp3".
        speed: How fast it is said, 1 being the pace of the voice. Range: 0.25 to 4.0. Default
            of the server: 1.
    """

    model: str
    input: str
    voice: SpeechVoice | str | AudioVoiceReference | AudioVoiceReferenceDict
    instructions: str | None = None
    response_format: SpeechFormat | str | None = None
    speed: float | None = None


@for_pydantic
class SpeechRequestDict(TypedDict):
    """The plain dict that `SpeechRequest` is made from."""

    model: Required[str]
    """Id of the model, for example `tts-1`, `tts-1-hd` or `gpt-4o-mini-tts`. At least 1 character.
    """
    input: Required[str]
    """What to say. At most 4096 characters."""
    voice: Required[SpeechVoice | str | AudioVoiceReference | AudioVoiceReferenceDict]
    """Who says it."""
    instructions: NotRequired[str]
    """How to say it, for models that can be told."""
    response_format: NotRequired[SpeechFormat | str]
    """Format of the sound. `pcm` has no header; the others can be played as files. Default of the
    server: "mp3".
    """
    speed: NotRequired[float]
    """How fast it is said, 1 being the pace of the voice. Range: 0.25 to 4.0. Default of the
    server: 1.
    """


# Below the class, because schemas may refer to each other in a circle.
from .audio_voice_reference import AudioVoiceReference, AudioVoiceReferenceDict
from .speech_format import SpeechFormat
from .speech_voice import SpeechVoice

set_decoders(
    SpeechRequest,
    texts={
        "voice": object_of(AudioVoiceReference),
    },
)
