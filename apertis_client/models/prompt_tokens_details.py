# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `PromptTokensDetails`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["PromptTokensDetails", "PromptTokensDetailsDict"]


@model
class PromptTokensDetails(JSONObject):
    """What kinds of token a conversation had.

    Attributes:
        cached_tokens: Tokens that came from the provider's prompt cache.
        audio_tokens: Tokens of sound.
        text_tokens: Tokens of text.
        image_tokens: Tokens of images.
        cache_write_tokens: Tokens that were written to the provider's prompt cache.
    """

    cached_tokens: int | None = None
    audio_tokens: int | None = None
    text_tokens: int | None = None
    image_tokens: int | None = None
    cache_write_tokens: int | None = None


@for_pydantic
class PromptTokensDetailsDict(TypedDict):
    """The plain dict that `PromptTokensDetails` is made from."""

    cached_tokens: NotRequired[int | None]
    """Tokens that came from the provider's prompt cache."""
    audio_tokens: NotRequired[int | None]
    """Tokens of sound."""
    text_tokens: NotRequired[int | None]
    """Tokens of text."""
    image_tokens: NotRequired[int | None]
    """Tokens of images."""
    cache_write_tokens: NotRequired[int | None]
    """Tokens that were written to the provider's prompt cache."""


# Below the class, because schemas may refer to each other in a circle.
