# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `Function`."""

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
    model,
    promised,
)

__all__ = ["Function", "FunctionDict"]


@model
class Function(JSONObject):
    """A function to call and its arguments.

    Attributes:
        name: Name of the function.
        arguments: The arguments, as JSON text. The model may write invalid JSON or arguments
            that the function does not have. Some upstreams send null, or the object itself.
    """

    name: str = promised(default=None)
    arguments: str = promised(default=None)

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
        "arguments",
    ]
)


class FunctionDict(TypedDict):
    """The plain dict that `Function` is made from."""

    name: NotRequired[str | None]
    """Name of the function."""
    arguments: NotRequired[str | None]
    """The arguments, as JSON text. The model may write invalid JSON or arguments that the
    function does not have. Some upstreams send null, or the object itself.
    """


# Below the class: schemas may refer to each other in a circle.
