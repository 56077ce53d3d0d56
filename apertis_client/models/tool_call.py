# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ToolCall`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    NotRequired,
    Required,
    Self,
    TypedDict,
)

from attrs import define

from ..json_object import JSONObject, decode_unknown, is_object

__all__ = ["ToolCall", "ToolCallDict"]


@define(kw_only=True, slots=False, eq=False, repr=False)
class ToolCall(JSONObject):
    """A call of a tool that the model asks for: whole in an answer, in fragments in a stream,
    and sent back in an assistant message.

    Attributes:
        function: The function to call and its arguments.
        id: Id of the call, which the tool message with its result repeats. In a stream only
            the first fragment of a call has it.
        type: Kind of the tool. In a stream only the first fragment of a call has it.
        index: Which call of the message a fragment belongs to, from 0. Only in streams, as a
            rule.
        custom: The custom tool to call and its input. Where `type` is `custom`.
    """

    function: Function
    id: str | None = None
    type: ToolCallType | str | None = None
    index: int | None = None
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
        "function",
        "id",
        "type",
        "index",
        "custom",
    ]
)


class ToolCallDict(TypedDict):
    """The plain dict that `ToolCall` is made from."""

    function: Required[Function | FunctionDict]
    """The function to call and its arguments."""
    id: NotRequired[str]
    """Id of the call, which the tool message with its result repeats. In a stream only the first
    fragment of a call has it.
    """
    type: NotRequired[ToolCallType | str]
    """Kind of the tool. In a stream only the first fragment of a call has it."""
    index: NotRequired[int]
    """Which call of the message a fragment belongs to, from 0. Only in streams, as a rule."""
    custom: NotRequired[CustomToolCall | CustomToolCallDict]
    """The custom tool to call and its input. Where `type` is `custom`."""


# Below the class: schemas may refer to each other in a circle.
from .custom_tool_call import CustomToolCall, CustomToolCallDict
from .function import Function, FunctionDict
from .tool_call_type import ToolCallType
