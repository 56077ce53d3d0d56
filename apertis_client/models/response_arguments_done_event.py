# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseArgumentsDoneEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseArgumentsDoneEvent", "ResponseArgumentsDoneEventDict"]


@model
class ResponseArgumentsDoneEvent(JSONObject):
    """The arguments of a function are complete.

    Attributes:
        type: Always `response.function_call_arguments.done`.
        item_id: Id of the item. Null in events that the gateway makes itself.
        output_index: Which item of the output it is, counted from 0.
        arguments: The arguments, as JSON text.
        name: Name of the function.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: Literal["response.function_call_arguments.done"] = (
        "response.function_call_arguments.done"
    )
    item_id: str | None = None
    output_index: int = promised(default=None)
    arguments: str = promised(default=None)
    name: str | None = None
    sequence_number: int | None = None


@for_pydantic
class ResponseArgumentsDoneEventDict(TypedDict):
    """The plain dict that `ResponseArgumentsDoneEvent` is made from."""

    type: Required[Literal["response.function_call_arguments.done"]]
    """Always `response.function_call_arguments.done`."""
    item_id: NotRequired[str | None]
    """Id of the item. Null in events that the gateway makes itself."""
    output_index: NotRequired[int | None]
    """Which item of the output it is, counted from 0."""
    arguments: NotRequired[str | None]
    """The arguments, as JSON text."""
    name: NotRequired[str | None]
    """Name of the function."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
