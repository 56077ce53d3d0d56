# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `NamedFunctionToolChoice`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    Literal,
    Required,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
    is_object,
    model,
)

__all__ = ["NamedFunctionToolChoice", "NamedFunctionToolChoiceDict"]


@model
class NamedFunctionToolChoice(JSONObject):
    """Makes the model call one function.

    Attributes:
        type: Always `function`.
        function: The function to call.
    """

    type: Literal["function"] = "function"
    function: ToolName | ToolNameDict

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
                ToolName.adopt(value) if is_object(value) else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "function",
    ]
)


class NamedFunctionToolChoiceDict(TypedDict):
    """The plain dict that `NamedFunctionToolChoice` is made from."""

    type: Required[Literal["function"]]
    """Always `function`."""
    function: Required[ToolName | ToolNameDict]
    """The function to call."""


# Below the class: schemas may refer to each other in a circle.
from .tool_name import ToolName, ToolNameDict
