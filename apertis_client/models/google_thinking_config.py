# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `GoogleThinkingConfig`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["GoogleThinkingConfig", "GoogleThinkingConfigDict"]


@model
class GoogleThinkingConfig(JSONObject):
    """How much a Gemini model thinks.

    Attributes:
        thinking_budget: Most tokens to spend on thinking.
    """

    thinking_budget: int | None = None


@for_pydantic
class GoogleThinkingConfigDict(TypedDict):
    """The plain dict that `GoogleThinkingConfig` is made from."""

    thinking_budget: NotRequired[int]
    """Most tokens to spend on thinking."""


# Below the class, because schemas may refer to each other in a circle.
