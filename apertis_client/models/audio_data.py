# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `AudioData`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["AudioData", "AudioDataDict"]


@model
class AudioData(JSONObject):
    """A spoken answer, or in a stream a piece of it.

    Attributes:
        id: Id of the sound, by which a later assistant message refers to it.
        data: The sound, in base64, in the format that was asked for.
        expires_at: When `id` expires, in Unix seconds.
        transcript: What is said, as text.
    """

    id: str | None = None
    data: str | None = None
    expires_at: int | None = None
    transcript: str | None = None


@for_pydantic
class AudioDataDict(TypedDict):
    """The plain dict that `AudioData` is made from."""

    id: NotRequired[str | None]
    """Id of the sound, by which a later assistant message refers to it."""
    data: NotRequired[str | None]
    """The sound, in base64, in the format that was asked for."""
    expires_at: NotRequired[int | None]
    """When `id` expires, in Unix seconds."""
    transcript: NotRequired[str | None]
    """What is said, as text."""


# Below the class, because schemas may refer to each other in a circle.
