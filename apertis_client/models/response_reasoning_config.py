# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseReasoningConfig`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseReasoningConfig", "ResponseReasoningConfigDict"]


@model
class ResponseReasoningConfig(JSONObject):
    """How a model reasons.

    Attributes:
        effort: How much the model reasons.
        summary: How detailed a summary of the reasoning to return.
    """

    effort: ReasoningEffort | str | None = None
    summary: ReasoningSummary | str | None = None


@for_pydantic
class ResponseReasoningConfigDict(TypedDict):
    """The plain dict that `ResponseReasoningConfig` is made from."""

    effort: NotRequired[ReasoningEffort | str | None]
    """How much the model reasons."""
    summary: NotRequired[ReasoningSummary | str | None]
    """How detailed a summary of the reasoning to return."""


# Below the class, because schemas may refer to each other in a circle.
from .reasoning_effort import ReasoningEffort
from .reasoning_summary import ReasoningSummary
