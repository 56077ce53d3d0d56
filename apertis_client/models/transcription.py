# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `Transcription`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    list_of,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.response import ResponseModel

__all__ = ["Transcription", "TranscriptionDict"]


@model
class Transcription(ResponseModel):
    """What is said in a recording.

    Attributes:
        text: The text.
        task: What was done, `transcribe` or `translate`. With `verbose_json`.
        language: Language that is spoken. With `verbose_json`.
        duration: Length of the recording, in seconds. With `verbose_json`.
        segments: The text in pieces with times. With `verbose_json`.
        words: The words with times. With `word` among `timestamp_granularities`.
    """

    text: str = promised(default=None)
    task: str | None = None
    language: str | None = None
    duration: float | None = None
    segments: list[TranscriptionSegment] | None = None
    words: list[TranscriptionWord] | None = None


@for_pydantic
class TranscriptionDict(TypedDict):
    """The plain dict that `Transcription` is made from."""

    text: NotRequired[str | None]
    """The text."""
    task: NotRequired[str | None]
    """What was done, `transcribe` or `translate`. With `verbose_json`."""
    language: NotRequired[str | None]
    """Language that is spoken. With `verbose_json`."""
    duration: NotRequired[float | None]
    """Length of the recording, in seconds. With `verbose_json`."""
    segments: NotRequired[
        Sequence[TranscriptionSegment | TranscriptionSegmentDict] | None
    ]
    """The text in pieces with times. With `verbose_json`."""
    words: NotRequired[Sequence[TranscriptionWord | TranscriptionWordDict] | None]
    """The words with times. With `word` among `timestamp_granularities`."""


# Below the class, because schemas may refer to each other in a circle.
from .transcription_segment import TranscriptionSegment, TranscriptionSegmentDict
from .transcription_word import TranscriptionWord, TranscriptionWordDict

set_decoders(
    Transcription,
    nested={
        "segments": list_of(object_of(TranscriptionSegment)),
        "words": list_of(object_of(TranscriptionWord)),
    },
)
