# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseReasoningTextDoneEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseReasoningTextDoneEvent", "ResponseReasoningTextDoneEventDict"]


@model
class ResponseReasoningTextDoneEvent(JSONObject):
    """The text of a part of the reasoning is complete.

    Attributes:
        type: Always `response.reasoning_text.done`.
        item_id: Id of the item. Null in events that the gateway makes itself.
        output_index: Which item of the output it is, counted from 0.
        content_index: Which part of the message it is, counted from 0.
        text: The text.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: Literal["response.reasoning_text.done"] = "response.reasoning_text.done"
    item_id: str | None = None
    output_index: int = promised(default=None)
    content_index: int = promised(default=None)
    text: str = promised(default=None)
    sequence_number: int | None = None


@for_pydantic
class ResponseReasoningTextDoneEventDict(TypedDict):
    """The plain dict that `ResponseReasoningTextDoneEvent` is made from."""

    type: Required[Literal["response.reasoning_text.done"]]
    """Always `response.reasoning_text.done`."""
    item_id: NotRequired[str | None]
    """Id of the item. Null in events that the gateway makes itself."""
    output_index: NotRequired[int | None]
    """Which item of the output it is, counted from 0."""
    content_index: NotRequired[int | None]
    """Which part of the message it is, counted from 0."""
    text: NotRequired[str | None]
    """The text."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
