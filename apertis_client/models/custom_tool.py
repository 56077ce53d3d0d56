# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `CustomTool`."""

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

__all__ = ["CustomTool", "CustomToolDict"]


@model
class CustomTool(JSONObject):
    """A tool of yours that takes free text instead of JSON. For OpenAI models that know it.

    Attributes:
        type: Always `custom`.
        custom: Name, purpose and input format of the tool.
    """

    type: Literal["custom"] = "custom"
    custom: CustomToolDefinition | CustomToolDefinitionDict

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
                CustomToolDefinition.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "custom",
    ]
)


class CustomToolDict(TypedDict):
    """The plain dict that `CustomTool` is made from."""

    type: Required[Literal["custom"]]
    """Always `custom`."""
    custom: Required[CustomToolDefinition | CustomToolDefinitionDict]
    """Name, purpose and input format of the tool."""


# Below the class: schemas may refer to each other in a circle.
from .custom_tool_definition import CustomToolDefinition, CustomToolDefinitionDict
