# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseAnnotationAddedEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseAnnotationAddedEvent", "ResponseAnnotationAddedEventDict"]


@model
class ResponseAnnotationAddedEvent(JSONObject):
    """A text has one more annotation.

    Attributes:
        type: Always `response.output_text.annotation.added`.
        item_id: Id of the item. Null in events that the gateway makes itself.
        output_index: Which item of the output it is, counted from 0.
        content_index: Which part of the message it is, counted from 0.
        annotation_index: Which annotation it is, counted from 0.
        annotation: The annotation.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: Literal["response.output_text.annotation.added"] = (
        "response.output_text.annotation.added"
    )
    item_id: str | None = None
    output_index: int = promised(default=None)
    content_index: int = promised(default=None)
    annotation_index: int | None = None
    annotation: ResponseAnnotation = promised(default=None)
    sequence_number: int | None = None


@for_pydantic
class ResponseAnnotationAddedEventDict(TypedDict):
    """The plain dict that `ResponseAnnotationAddedEvent` is made from."""

    type: Required[Literal["response.output_text.annotation.added"]]
    """Always `response.output_text.annotation.added`."""
    item_id: NotRequired[str | None]
    """Id of the item. Null in events that the gateway makes itself."""
    output_index: NotRequired[int | None]
    """Which item of the output it is, counted from 0."""
    content_index: NotRequired[int | None]
    """Which part of the message it is, counted from 0."""
    annotation_index: NotRequired[int | None]
    """Which annotation it is, counted from 0."""
    annotation: NotRequired[ResponseAnnotation | ResponseAnnotationDict | None]
    """The annotation."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
from .response_annotation import ResponseAnnotation, ResponseAnnotationDict

set_decoders(
    ResponseAnnotationAddedEvent,
    nested={
        "annotation": object_of(ResponseAnnotation),
    },
)
