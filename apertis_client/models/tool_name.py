# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ToolName`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    Required,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    model,
)

__all__ = ["ToolName", "ToolNameDict"]


@model
class ToolName(JSONObject):
    """One of the tools of the request, by its name.

    Attributes:
        name: Name of the function or custom tool.
    """

    name: str

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "name",
    ]
)


class ToolNameDict(TypedDict):
    """The plain dict that `ToolName` is made from."""

    name: Required[str]
    """Name of the function or custom tool."""


# Below the class: schemas may refer to each other in a circle.
