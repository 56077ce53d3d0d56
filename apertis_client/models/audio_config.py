# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `AudioConfig`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["AudioConfig", "AudioConfigDict"]


@model
class AudioConfig(JSONObject):
    """Voice and format of spoken output. OpenAI models need both.

    Attributes:
        voice: The voice that speaks, by its name or as an object with its id.
        format: Format of the sound data.
    """

    voice: AudioVoice | str | AudioVoiceReference | AudioVoiceReferenceDict | None = (
        None
    )
    format: AudioFormat | str | None = None


@for_pydantic
class AudioConfigDict(TypedDict):
    """The plain dict that `AudioConfig` is made from."""

    voice: NotRequired[AudioVoice | str | AudioVoiceReference | AudioVoiceReferenceDict]
    """The voice that speaks, by its name or as an object with its id."""
    format: NotRequired[AudioFormat | str]
    """Format of the sound data."""


# Below the class, because schemas may refer to each other in a circle.
from .audio_format import AudioFormat
from .audio_voice import AudioVoice
from .audio_voice_reference import AudioVoiceReference, AudioVoiceReferenceDict

set_decoders(
    AudioConfig,
    texts={
        "voice": object_of(AudioVoiceReference),
    },
)
