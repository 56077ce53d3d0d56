# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `AudioVoiceReference`."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["AudioVoiceReference", "AudioVoiceReferenceDict"]


@model
class AudioVoiceReference(JSONObject):
    """A voice given by its id. For OpenAI models.

    Attributes:
        id: Id of the voice.
    """

    id: str


@for_pydantic
class AudioVoiceReferenceDict(TypedDict):
    """The plain dict that `AudioVoiceReference` is made from."""

    id: Required[str]
    """Id of the voice."""


# Below the class, because schemas may refer to each other in a circle.
