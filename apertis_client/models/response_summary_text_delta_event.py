# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseSummaryTextDeltaEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseSummaryTextDeltaEvent", "ResponseSummaryTextDeltaEventDict"]


@model
class ResponseSummaryTextDeltaEvent(JSONObject):
    """More of a summary has come.

    Attributes:
        type: Always `response.reasoning_summary_text.delta`.
        item_id: Id of the item. Null in events that the gateway makes itself.
        output_index: Which item of the output it is, counted from 0.
        summary_index: Which part of the summary it is, counted from 0.
        delta: The new text.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: Literal["response.reasoning_summary_text.delta"] = (
        "response.reasoning_summary_text.delta"
    )
    item_id: str | None = None
    output_index: int = promised(default=None)
    summary_index: int = promised(default=None)
    delta: str = promised(default=None)
    sequence_number: int | None = None


@for_pydantic
class ResponseSummaryTextDeltaEventDict(TypedDict):
    """The plain dict that `ResponseSummaryTextDeltaEvent` is made from."""

    type: Required[Literal["response.reasoning_summary_text.delta"]]
    """Always `response.reasoning_summary_text.delta`."""
    item_id: NotRequired[str | None]
    """Id of the item. Null in events that the gateway makes itself."""
    output_index: NotRequired[int | None]
    """Which item of the output it is, counted from 0."""
    summary_index: NotRequired[int | None]
    """Which part of the summary it is, counted from 0."""
    delta: NotRequired[str | None]
    """The new text."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
