# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseArgumentsDeltaEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseArgumentsDeltaEvent", "ResponseArgumentsDeltaEventDict"]


@model
class ResponseArgumentsDeltaEvent(JSONObject):
    """More of the arguments of a function has come.

    Attributes:
        type: Always `response.function_call_arguments.delta`.
        item_id: Id of the item. Null in events that the gateway makes itself.
        output_index: Which item of the output it is, counted from 0.
        delta: The next piece of their JSON text.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: Literal["response.function_call_arguments.delta"] = (
        "response.function_call_arguments.delta"
    )
    item_id: str | None = None
    output_index: int = promised(default=None)
    delta: str = promised(default=None)
    sequence_number: int | None = None


@for_pydantic
class ResponseArgumentsDeltaEventDict(TypedDict):
    """The plain dict that `ResponseArgumentsDeltaEvent` is made from."""

    type: Required[Literal["response.function_call_arguments.delta"]]
    """Always `response.function_call_arguments.delta`."""
    item_id: NotRequired[str | None]
    """Id of the item. Null in events that the gateway makes itself."""
    output_index: NotRequired[int | None]
    """Which item of the output it is, counted from 0."""
    delta: NotRequired[str | None]
    """The next piece of their JSON text."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
