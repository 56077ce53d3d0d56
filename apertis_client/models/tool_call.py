# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ToolCall`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ToolCall", "ToolCallDict"]


@model
class ToolCall(JSONObject):
    """A call of a tool that the model asks for. It is sent back in the assistant message that it
    came in.

    Attributes:
        id: Id of the call, which the tool message with its result repeats. Each call of an
            answer has its own: `apertis` makes one up where the server does not.
        type: Kind of the tool. Some upstreams leave it out.
        index: Place of the call among the calls, from 0. From some upstreams.
        function: The function to call and its arguments. Absent where `type` is `custom`.
        custom: The custom tool to call and its input. Where `type` is `custom`.
    """

    id: str = promised(default=None)
    type: ToolCallType | str | None = None
    index: int | None = None
    function: Function = promised(default=None)
    custom: CustomToolCall | None = None


@for_pydantic
class ToolCallDict(TypedDict):
    """The plain dict that `ToolCall` is made from."""

    id: NotRequired[str | None]
    """Id of the call, which the tool message with its result repeats. Each call of an answer has
    its own: `apertis` makes one up where the server does not.
    """
    type: NotRequired[ToolCallType | str | None]
    """Kind of the tool. Some upstreams leave it out."""
    index: NotRequired[int | None]
    """Place of the call among the calls, from 0. From some upstreams."""
    function: NotRequired[Function | FunctionDict | None]
    """The function to call and its arguments. Absent where `type` is `custom`."""
    custom: NotRequired[CustomToolCall | CustomToolCallDict | None]
    """The custom tool to call and its input. Where `type` is `custom`."""


# Below the class, because schemas may refer to each other in a circle.
from .custom_tool_call import CustomToolCall, CustomToolCallDict
from .function import Function, FunctionDict
from .tool_call_type import ToolCallType

set_decoders(
    ToolCall,
    nested={
        "function": object_of(Function),
        "custom": object_of(CustomToolCall),
    },
)
