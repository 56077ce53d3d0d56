# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `AllowedToolsToolChoice`."""

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

__all__ = ["AllowedToolsToolChoice", "AllowedToolsToolChoiceDict"]


@model
class AllowedToolsToolChoice(JSONObject):
    """Narrows the tools down to some of those listed. For OpenAI models that know it.

    Attributes:
        type: Always `allowed_tools`.
        allowed_tools: The tools that may be called, and whether one must be.
    """

    type: Literal["allowed_tools"] = "allowed_tools"
    allowed_tools: AllowedTools | AllowedToolsDict

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("allowed_tools")
        if value is not None:
            members["allowed_tools"] = (
                AllowedTools.adopt(value) if is_object(value) else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "allowed_tools",
    ]
)


class AllowedToolsToolChoiceDict(TypedDict):
    """The plain dict that `AllowedToolsToolChoice` is made from."""

    type: Required[Literal["allowed_tools"]]
    """Always `allowed_tools`."""
    allowed_tools: Required[AllowedTools | AllowedToolsDict]
    """The tools that may be called, and whether one must be."""


# Below the class: schemas may refer to each other in a circle.
from .allowed_tools import AllowedTools, AllowedToolsDict
