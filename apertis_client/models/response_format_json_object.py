# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ResponseFormatJSONObject`."""

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
    model,
)

__all__ = ["ResponseFormatJSONObject", "ResponseFormatJSONObjectDict"]


@model
class ResponseFormatJSONObject(JSONObject):
    """The answer is a JSON object. Say so in a message too, and say what goes into it.

    Attributes:
        type: Always `json_object`.
    """

    type: Literal["json_object"] = "json_object"

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
        "type",
    ]
)


class ResponseFormatJSONObjectDict(TypedDict):
    """The plain dict that `ResponseFormatJSONObject` is made from."""

    type: Required[Literal["json_object"]]
    """Always `json_object`."""


# Below the class: schemas may refer to each other in a circle.
