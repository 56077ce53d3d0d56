# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `InputAudioContentPart`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["InputAudioContentPart", "InputAudioContentPartDict"]


@model
class InputAudioContentPart(JSONObject):
    """A sound recording, for models that can hear.

    Attributes:
        type: Always `input_audio`.
        input_audio: The recording and its format.
    """

    type: Literal["input_audio"] = "input_audio"
    input_audio: InputAudioDetail | InputAudioDetailDict


@for_pydantic
class InputAudioContentPartDict(TypedDict):
    """The plain dict that `InputAudioContentPart` is made from."""

    type: Required[Literal["input_audio"]]
    """Always `input_audio`."""
    input_audio: Required[InputAudioDetail | InputAudioDetailDict]
    """The recording and its format."""


# Below the class, because schemas may refer to each other in a circle.
from .input_audio_detail import InputAudioDetail, InputAudioDetailDict

set_decoders(
    InputAudioContentPart,
    nested={
        "input_audio": object_of(InputAudioDetail),
    },
)
