# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ReasoningConfig`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ReasoningConfig", "ReasoningConfigDict"]


@model
class ReasoningConfig(JSONObject):
    """Reasoning mode of models such as GLM.

    Attributes:
        enabled: Let the model reason before it answers.
        effort: How much the model reasons. `low`, `medium` and `high` are documented for this
            field.
        summary: How detailed a summary of the reasoning to return.
    """

    enabled: bool | None = None
    effort: ReasoningEffort | str | None = None
    summary: ReasoningSummary | str | None = None


@for_pydantic
class ReasoningConfigDict(TypedDict):
    """The plain dict that `ReasoningConfig` is made from."""

    enabled: NotRequired[bool]
    """Let the model reason before it answers."""
    effort: NotRequired[ReasoningEffort | str]
    """How much the model reasons. `low`, `medium` and `high` are documented for this field."""
    summary: NotRequired[ReasoningSummary | str]
    """How detailed a summary of the reasoning to return."""


# Below the class, because schemas may refer to each other in a circle.
from .reasoning_effort import ReasoningEffort
from .reasoning_summary import ReasoningSummary
