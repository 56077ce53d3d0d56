# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseFunctionCall`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseFunctionCall", "ResponseFunctionCallDict"]


@model
class ResponseFunctionCall(JSONObject):
    """A call of a function.

    Attributes:
        type: Always `function_call`.
        call_id: Id of the call, which its result refers to.
        name: Name of the function.
        arguments: The arguments, as JSON text.
        id: Id of the item.
        status: How far the item is.
    """

    type: Literal["function_call"] = "function_call"
    call_id: str
    name: str
    arguments: str
    id: str | None = None
    status: ResponseItemStatus | str | None = None


@for_pydantic
class ResponseFunctionCallDict(TypedDict):
    """The plain dict that `ResponseFunctionCall` is made from."""

    type: Required[Literal["function_call"]]
    """Always `function_call`."""
    call_id: Required[str]
    """Id of the call, which its result refers to."""
    name: Required[str]
    """Name of the function."""
    arguments: Required[str]
    """The arguments, as JSON text."""
    id: NotRequired[str | None]
    """Id of the item."""
    status: NotRequired[ResponseItemStatus | str | None]
    """How far the item is."""


# Below the class, because schemas may refer to each other in a circle.
from .response_item_status import ResponseItemStatus
