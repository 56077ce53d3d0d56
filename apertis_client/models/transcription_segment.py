# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `TranscriptionSegment`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["TranscriptionSegment", "TranscriptionSegmentDict"]


@model
class TranscriptionSegment(JSONObject):
    """A piece of a transcription.

    Attributes:
        id: Its number.
        seek: Where the window of the model begins, in hundredths of a second.
        start: When it begins, in seconds.
        end: When it ends, in seconds.
        text: Its text.
        tokens: The ids of its tokens.
        temperature: The temperature that it was written with.
        avg_logprob: Mean log probability of its tokens; below -1 it is doubtful.
        compression_ratio: How well its text can be compressed; above 2.4 it is doubtful.
        no_speech_prob: Probability that nothing is said in it.
    """

    id: int | None = None
    seek: int | None = None
    start: float = promised(default=None)
    end: float = promised(default=None)
    text: str = promised(default=None)
    tokens: list[int] | None = None
    temperature: float | None = None
    avg_logprob: float | None = None
    compression_ratio: float | None = None
    no_speech_prob: float | None = None


@for_pydantic
class TranscriptionSegmentDict(TypedDict):
    """The plain dict that `TranscriptionSegment` is made from."""

    id: NotRequired[int | None]
    """Its number."""
    seek: NotRequired[int | None]
    """Where the window of the model begins, in hundredths of a second."""
    start: NotRequired[float | None]
    """When it begins, in seconds."""
    end: NotRequired[float | None]
    """When it ends, in seconds."""
    text: NotRequired[str | None]
    """Its text."""
    tokens: NotRequired[Sequence[int] | None]
    """The ids of its tokens."""
    temperature: NotRequired[float | None]
    """The temperature that it was written with."""
    avg_logprob: NotRequired[float | None]
    """Mean log probability of its tokens; below -1 it is doubtful."""
    compression_ratio: NotRequired[float | None]
    """How well its text can be compressed; above 2.4 it is doubtful."""
    no_speech_prob: NotRequired[float | None]
    """Probability that nothing is said in it."""


# Below the class, because schemas may refer to each other in a circle.
