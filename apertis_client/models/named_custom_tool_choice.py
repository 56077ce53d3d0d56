# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `NamedCustomToolChoice`."""

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

__all__ = ["NamedCustomToolChoice", "NamedCustomToolChoiceDict"]


@model
class NamedCustomToolChoice(JSONObject):
    """Makes the model call one custom tool. For OpenAI models that know it.

    Attributes:
        type: Always `custom`.
        custom: The tool to call.
    """

    type: Literal["custom"] = "custom"
    custom: ToolName | ToolNameDict

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("custom")
        if value is not None:
            members["custom"] = (
                ToolName.adopt(value) if is_object(value) else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "custom",
    ]
)


class NamedCustomToolChoiceDict(TypedDict):
    """The plain dict that `NamedCustomToolChoice` is made from."""

    type: Required[Literal["custom"]]
    """Always `custom`."""
    custom: Required[ToolName | ToolNameDict]
    """The tool to call."""


# Below the class: schemas may refer to each other in a circle.
from .tool_name import ToolName, ToolNameDict
