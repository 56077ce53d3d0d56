# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `TranscriptionWord`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["TranscriptionWord", "TranscriptionWordDict"]


@model
class TranscriptionWord(JSONObject):
    """A word of a transcription.

    Attributes:
        word: The word.
        start: When it begins, in seconds.
        end: When it ends, in seconds.
    """

    word: str = promised(default=None)
    start: float = promised(default=None)
    end: float = promised(default=None)


@for_pydantic
class TranscriptionWordDict(TypedDict):
    """The plain dict that `TranscriptionWord` is made from."""

    word: NotRequired[str | None]
    """The word."""
    start: NotRequired[float | None]
    """When it begins, in seconds."""
    end: NotRequired[float | None]
    """When it ends, in seconds."""


# Below the class, because schemas may refer to each other in a circle.
