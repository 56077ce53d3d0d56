# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseSummaryTextDoneEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseSummaryTextDoneEvent", "ResponseSummaryTextDoneEventDict"]


@model
class ResponseSummaryTextDoneEvent(JSONObject):
    """The text of a part of a summary is complete.

    Attributes:
        type: Always `response.reasoning_summary_text.done`.
        item_id: Id of the item. Null in events that the gateway makes itself.
        output_index: Which item of the output it is, counted from 0.
        summary_index: Which part of the summary it is, counted from 0.
        text: The text.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: Literal["response.reasoning_summary_text.done"] = (
        "response.reasoning_summary_text.done"
    )
    item_id: str | None = None
    output_index: int = promised(default=None)
    summary_index: int = promised(default=None)
    text: str = promised(default=None)
    sequence_number: int | None = None


@for_pydantic
class ResponseSummaryTextDoneEventDict(TypedDict):
    """The plain dict that `ResponseSummaryTextDoneEvent` is made from."""

    type: Required[Literal["response.reasoning_summary_text.done"]]
    """Always `response.reasoning_summary_text.done`."""
    item_id: NotRequired[str | None]
    """Id of the item. Null in events that the gateway makes itself."""
    output_index: NotRequired[int | None]
    """Which item of the output it is, counted from 0."""
    summary_index: NotRequired[int | None]
    """Which part of the summary it is, counted from 0."""
    text: NotRequired[str | None]
    """The text."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
