# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ThinkingDelta`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ThinkingDelta", "ThinkingDeltaDict"]


@model
class ThinkingDelta(JSONObject):
    """More of what the model thinks.

    Attributes:
        type: Always `thinking_delta`.
        thinking: The new thoughts.
    """

    type: Literal["thinking_delta"] = "thinking_delta"
    thinking: str = promised(default=None)


@for_pydantic
class ThinkingDeltaDict(TypedDict):
    """The plain dict that `ThinkingDelta` is made from."""

    type: Required[Literal["thinking_delta"]]
    """Always `thinking_delta`."""
    thinking: NotRequired[str | None]
    """The new thoughts."""


# Below the class, because schemas may refer to each other in a circle.
