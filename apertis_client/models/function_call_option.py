# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `FunctionCallOption`."""

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

__all__ = ["FunctionCallOption", "FunctionCallOptionDict"]


@model
class FunctionCallOption(JSONObject):
    """Makes the model call one function. `tool_choice` takes its place. Deprecated.

    Attributes:
        name: Name of the function to call.
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


class FunctionCallOptionDict(TypedDict):
    """The plain dict that `FunctionCallOption` is made from."""

    name: Required[str]
    """Name of the function to call."""


# Below the class: schemas may refer to each other in a circle.
