# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseOutputItemDoneEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    tagged,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseOutputItemDoneEvent", "ResponseOutputItemDoneEventDict"]


@model
class ResponseOutputItemDoneEvent(JSONObject):
    """An item is complete.

    Attributes:
        type: Always `response.output_item.done`.
        output_index: Which item of the output it is, counted from 0.
        item: The item.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: Literal["response.output_item.done"] = "response.output_item.done"
    output_index: int = promised(default=None)
    item: (
        ResponseOutputMessage
        | ResponseReasoningItem
        | ResponseFunctionCall
        | OtherResponseItem
    ) = promised(default=None)
    sequence_number: int | None = None


@for_pydantic
class ResponseOutputItemDoneEventDict(TypedDict):
    """The plain dict that `ResponseOutputItemDoneEvent` is made from."""

    type: Required[Literal["response.output_item.done"]]
    """Always `response.output_item.done`."""
    output_index: NotRequired[int | None]
    """Which item of the output it is, counted from 0."""
    item: NotRequired[
        ResponseOutputMessage
        | ResponseReasoningItem
        | ResponseReasoningItemDict
        | ResponseFunctionCall
        | ResponseFunctionCallDict
        | OtherResponseItem
        | None
    ]
    """The item."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
from .other_response_item import OtherResponseItem
from .response_function_call import ResponseFunctionCall, ResponseFunctionCallDict
from .response_output_message import ResponseOutputMessage
from .response_reasoning_item import ResponseReasoningItem, ResponseReasoningItemDict

set_decoders(
    ResponseOutputItemDoneEvent,
    nested={
        "item": tagged(
            "type",
            {
                "message": ResponseOutputMessage,
                "reasoning": ResponseReasoningItem,
                "function_call": ResponseFunctionCall,
            },
            OtherResponseItem,
        ),
    },
)
