# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseFunctionCallOutput`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseFunctionCallOutput", "ResponseFunctionCallOutputDict"]


@model
class ResponseFunctionCallOutput(JSONObject):
    """What a function returned.

    Attributes:
        type: Always `function_call_output`.
        call_id: Id of the call.
        output: What the function returned.
        id: Id of the item.
        status: How far the item is.
    """

    type: Literal["function_call_output"] = "function_call_output"
    call_id: str
    output: str
    id: str | None = None
    status: ResponseItemStatus | str | None = None


@for_pydantic
class ResponseFunctionCallOutputDict(TypedDict):
    """The plain dict that `ResponseFunctionCallOutput` is made from."""

    type: Required[Literal["function_call_output"]]
    """Always `function_call_output`."""
    call_id: Required[str]
    """Id of the call."""
    output: Required[str]
    """What the function returned."""
    id: NotRequired[str | None]
    """Id of the item."""
    status: NotRequired[ResponseItemStatus | str | None]
    """How far the item is."""


# Below the class, because schemas may refer to each other in a circle.
from .response_item_status import ResponseItemStatus
