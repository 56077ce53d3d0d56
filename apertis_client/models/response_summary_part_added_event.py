# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseSummaryPartAddedEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseSummaryPartAddedEvent", "ResponseSummaryPartAddedEventDict"]


@model
class ResponseSummaryPartAddedEvent(JSONObject):
    """A part of a summary begins.

    Attributes:
        type: Always `response.reasoning_summary_part.added`.
        item_id: Id of the item. Null in events that the gateway makes itself.
        output_index: Which item of the output it is, counted from 0.
        summary_index: Which part of the summary it is, counted from 0.
        part: The part as it begins.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: Literal["response.reasoning_summary_part.added"] = (
        "response.reasoning_summary_part.added"
    )
    item_id: str | None = None
    output_index: int = promised(default=None)
    summary_index: int = promised(default=None)
    part: ResponseSummaryText | None = None
    sequence_number: int | None = None


@for_pydantic
class ResponseSummaryPartAddedEventDict(TypedDict):
    """The plain dict that `ResponseSummaryPartAddedEvent` is made from."""

    type: Required[Literal["response.reasoning_summary_part.added"]]
    """Always `response.reasoning_summary_part.added`."""
    item_id: NotRequired[str | None]
    """Id of the item. Null in events that the gateway makes itself."""
    output_index: NotRequired[int | None]
    """Which item of the output it is, counted from 0."""
    summary_index: NotRequired[int | None]
    """Which part of the summary it is, counted from 0."""
    part: NotRequired[ResponseSummaryText | ResponseSummaryTextDict | None]
    """The part as it begins."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
from .response_summary_text import ResponseSummaryText, ResponseSummaryTextDict

set_decoders(
    ResponseSummaryPartAddedEvent,
    nested={
        "part": object_of(ResponseSummaryText),
    },
)
