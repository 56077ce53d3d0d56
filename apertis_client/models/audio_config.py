# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `AudioConfig`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    NotRequired,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
    is_object,
    model,
)

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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        value = members.get("voice")
        if value is not None and not isinstance(value, str):
            members["voice"] = (
                AudioVoiceReference.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "voice",
        "format",
    ]
)


class AudioConfigDict(TypedDict):
    """The plain dict that `AudioConfig` is made from."""

    voice: NotRequired[AudioVoice | str | AudioVoiceReference | AudioVoiceReferenceDict]
    """The voice that speaks, by its name or as an object with its id."""
    format: NotRequired[AudioFormat | str]
    """Format of the sound data."""


# Below the class: schemas may refer to each other in a circle.
from .audio_format import AudioFormat
from .audio_voice import AudioVoice
from .audio_voice_reference import AudioVoiceReference, AudioVoiceReferenceDict
