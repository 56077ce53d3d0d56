# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ToolCallDelta`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ToolCallDelta", "ToolCallDeltaDict"]


@model
class ToolCallDelta(JSONObject):
    """A piece of a call of a tool. The pieces of one call have the same `index`; as a rule only
    the first one says more than the arguments.

    Attributes:
        index: Which call of the message the piece belongs to, from 0.
        id: Id of the call. Absent or empty after the first piece.
        type: Kind of the tool. Absent after the first piece.
        function: What to add to the function.
        custom: What to add to the custom tool. Where `type` is `custom`.
    """

    index: int | None = None
    id: str | None = None
    type: ToolCallType | str | None = None
    function: FunctionDelta | None = None
    custom: CustomToolCall | None = None


@for_pydantic
class ToolCallDeltaDict(TypedDict):
    """The plain dict that `ToolCallDelta` is made from."""

    index: NotRequired[int | None]
    """Which call of the message the piece belongs to, from 0."""
    id: NotRequired[str | None]
    """Id of the call. Absent or empty after the first piece."""
    type: NotRequired[ToolCallType | str | None]
    """Kind of the tool. Absent after the first piece."""
    function: NotRequired[FunctionDelta | FunctionDeltaDict | None]
    """What to add to the function."""
    custom: NotRequired[CustomToolCall | CustomToolCallDict | None]
    """What to add to the custom tool. Where `type` is `custom`."""


# Below the class, because schemas may refer to each other in a circle.
from .custom_tool_call import CustomToolCall, CustomToolCallDict
from .function_delta import FunctionDelta, FunctionDeltaDict
from .tool_call_type import ToolCallType

set_decoders(
    ToolCallDelta,
    nested={
        "function": object_of(FunctionDelta),
        "custom": object_of(CustomToolCall),
    },
)
