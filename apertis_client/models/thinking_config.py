# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ThinkingConfig`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ThinkingConfig", "ThinkingConfigDict"]


@model
class ThinkingConfig(JSONObject):
    """Extended thinking of Claude and Gemini models.

    Attributes:
        type: Whether the model thinks before it answers.
        budget_tokens: Most tokens to spend on thinking, for example 10000. For Claude models,
            which as a rule take 1024 to 32768.
    """

    type: ThinkingMode | str | None = None
    budget_tokens: int | None = None


@for_pydantic
class ThinkingConfigDict(TypedDict):
    """The plain dict that `ThinkingConfig` is made from."""

    type: NotRequired[ThinkingMode | str]
    """Whether the model thinks before it answers."""
    budget_tokens: NotRequired[int]
    """Most tokens to spend on thinking, for example 10000. For Claude models, which as a rule take
    1024 to 32768.
    """


# Below the class, because schemas may refer to each other in a circle.
from .thinking_mode import ThinkingMode
