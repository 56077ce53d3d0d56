# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ReasoningDetail`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    model,
)

__all__ = ["ReasoningDetail", "ReasoningDetailDict"]


@model
class ReasoningDetail(JSONObject):
    """A piece of a model's reasoning, in the form of its provider, often with `type` and `text`.
    Do not modify it if it is sent back.
    """

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)

        return self


_KNOWN: Final[frozenset[str]] = frozenset([])


class ReasoningDetailDict(TypedDict):
    """The plain dict that `ReasoningDetail` is made from."""


# Below the class: schemas may refer to each other in a circle.
