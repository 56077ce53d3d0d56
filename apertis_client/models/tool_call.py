# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ToolCall`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    NotRequired,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
    is_object,
    model,
    promised,
)

__all__ = ["ToolCall", "ToolCallDict"]


@model
class ToolCall(JSONObject):
    """A call of a tool that the model asks for. It is sent back in the assistant message that it
    came in.

    Attributes:
        id: Id of the call, which the tool message with its result repeats.
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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("function")
        if value is not None:
            if is_object(value) and _FUNCTION_PLAIN.issuperset(value):
                members["function"] = made = _new(Function)
                made.__dict__ = value
            else:
                members["function"] = (
                    Function.adopt(value) if is_object(value) else decode_unknown(value)
                )
        value = members.get("custom")
        if value is not None:
            members["custom"] = (
                CustomToolCall.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "id",
        "type",
        "index",
        "function",
        "custom",
    ]
)


class ToolCallDict(TypedDict):
    """The plain dict that `ToolCall` is made from."""

    id: NotRequired[str | None]
    """Id of the call, which the tool message with its result repeats."""
    type: NotRequired[ToolCallType | str | None]
    """Kind of the tool. Some upstreams leave it out."""
    index: NotRequired[int | None]
    """Place of the call among the calls, from 0. From some upstreams."""
    function: NotRequired[Function | FunctionDict | None]
    """The function to call and its arguments. Absent where `type` is `custom`."""
    custom: NotRequired[CustomToolCall | CustomToolCallDict | None]
    """The custom tool to call and its input. Where `type` is `custom`."""


# Below the class: schemas may refer to each other in a circle.
from .custom_tool_call import CustomToolCall, CustomToolCallDict
from .function import Function, FunctionDict
from .tool_call_type import ToolCallType

_new: Final = object.__new__
_FUNCTION_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "name",
        "arguments",
    ]
)
