# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `CompletionTokensDetails`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["CompletionTokensDetails", "CompletionTokensDetailsDict"]


@model
class CompletionTokensDetails(JSONObject):
    """What kinds of token were generated.

    Attributes:
        reasoning_tokens: Tokens spent on reasoning.
        audio_tokens: Tokens of sound.
        text_tokens: Tokens of text.
        accepted_prediction_tokens: Tokens of `prediction` that the answer repeated.
        rejected_prediction_tokens: Tokens of `prediction` that the answer did not repeat.
    """

    reasoning_tokens: int | None = None
    audio_tokens: int | None = None
    text_tokens: int | None = None
    accepted_prediction_tokens: int | None = None
    rejected_prediction_tokens: int | None = None


@for_pydantic
class CompletionTokensDetailsDict(TypedDict):
    """The plain dict that `CompletionTokensDetails` is made from."""

    reasoning_tokens: NotRequired[int | None]
    """Tokens spent on reasoning."""
    audio_tokens: NotRequired[int | None]
    """Tokens of sound."""
    text_tokens: NotRequired[int | None]
    """Tokens of text."""
    accepted_prediction_tokens: NotRequired[int | None]
    """Tokens of `prediction` that the answer repeated."""
    rejected_prediction_tokens: NotRequired[int | None]
    """Tokens of `prediction` that the answer did not repeat."""


# Below the class, because schemas may refer to each other in a circle.
