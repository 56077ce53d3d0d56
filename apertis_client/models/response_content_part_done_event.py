# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseContentPartDoneEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    tagged,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseContentPartDoneEvent", "ResponseContentPartDoneEventDict"]


@model
class ResponseContentPartDoneEvent(JSONObject):
    """A part of a message is complete.

    Attributes:
        type: Always `response.content_part.done`.
        item_id: Id of the item. Null in events that the gateway makes itself.
        output_index: Which item of the output it is, counted from 0.
        content_index: Which part of the message it is, counted from 0.
        part: The part.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: Literal["response.content_part.done"] = "response.content_part.done"
    item_id: str | None = None
    output_index: int = promised(default=None)
    content_index: int = promised(default=None)
    part: ResponseOutputText | ResponseOutputRefusal | OtherResponseOutputContent = (
        promised(default=None)
    )
    sequence_number: int | None = None


@for_pydantic
class ResponseContentPartDoneEventDict(TypedDict):
    """The plain dict that `ResponseContentPartDoneEvent` is made from."""

    type: Required[Literal["response.content_part.done"]]
    """Always `response.content_part.done`."""
    item_id: NotRequired[str | None]
    """Id of the item. Null in events that the gateway makes itself."""
    output_index: NotRequired[int | None]
    """Which item of the output it is, counted from 0."""
    content_index: NotRequired[int | None]
    """Which part of the message it is, counted from 0."""
    part: NotRequired[
        ResponseOutputText
        | ResponseOutputTextDict
        | ResponseOutputRefusal
        | ResponseOutputRefusalDict
        | OtherResponseOutputContent
        | None
    ]
    """The part."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
from .other_response_output_content import OtherResponseOutputContent
from .response_output_refusal import ResponseOutputRefusal, ResponseOutputRefusalDict
from .response_output_text import ResponseOutputText, ResponseOutputTextDict

set_decoders(
    ResponseContentPartDoneEvent,
    nested={
        "part": tagged(
            "type",
            {"output_text": ResponseOutputText, "refusal": ResponseOutputRefusal},
            OtherResponseOutputContent,
        ),
    },
)
