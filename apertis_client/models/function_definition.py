# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `FunctionDefinition`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Final,
    NotRequired,
    Required,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    model,
)

__all__ = ["FunctionDefinition", "FunctionDefinitionDict"]


@model
class FunctionDefinition(JSONObject):
    """Name, purpose and parameters of a function that the model may call.

    Attributes:
        name: Name by which the model calls the function.
        description: What the function does, so that the model knows when and how to call it.
        parameters: The parameters, as a JSON Schema of type object. Left out, there are none.
        strict: Make the arguments follow `parameters` exactly. Null is the same as leaving it
            out. Only part of JSON Schema is allowed then. Default of the server: false.
    """

    name: str
    description: str | None = None
    parameters: Mapping[str, Any] | None = None
    strict: bool | None = None

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
        "description",
        "parameters",
        "strict",
    ]
)


class FunctionDefinitionDict(TypedDict):
    """The plain dict that `FunctionDefinition` is made from."""

    name: Required[str]
    """Name by which the model calls the function."""
    description: NotRequired[str]
    """What the function does, so that the model knows when and how to call it."""
    parameters: NotRequired[Mapping[str, Any]]
    """The parameters, as a JSON Schema of type object. Left out, there are none."""
    strict: NotRequired[bool | None]
    """Make the arguments follow `parameters` exactly. Null is the same as leaving it out. Only
    part of JSON Schema is allowed then. Default of the server: false.
    """


# Below the class: schemas may refer to each other in a circle.
