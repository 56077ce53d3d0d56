# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `InputAudioDetail`."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["InputAudioDetail", "InputAudioDetailDict"]


@model
class InputAudioDetail(JSONObject):
    """A sound recording and its format.

    Attributes:
        data: The recording, in base64.
        format: Format of the recording. OpenAI models know `wav` and `mp3` only.
    """

    data: str
    format: InputAudioFormat | str


@for_pydantic
class InputAudioDetailDict(TypedDict):
    """The plain dict that `InputAudioDetail` is made from."""

    data: Required[str]
    """The recording, in base64."""
    format: Required[InputAudioFormat | str]
    """Format of the recording. OpenAI models know `wav` and `mp3` only."""


# Below the class, because schemas may refer to each other in a circle.
from .input_audio_format import InputAudioFormat
