# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `RefusalContentPart`."""

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

__all__ = ["RefusalContentPart", "RefusalContentPartDict"]


@model
class RefusalContentPart(JSONObject):
    """What the model said when it refused to answer. Only in assistant messages.

    Attributes:
        type: Always `refusal`.
        refusal: The text of the refusal.
    """

    type: Literal["refusal"] = "refusal"
    refusal: str

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
        "refusal",
    ]
)


class RefusalContentPartDict(TypedDict):
    """The plain dict that `RefusalContentPart` is made from."""

    type: Required[Literal["refusal"]]
    """Always `refusal`."""
    refusal: Required[str]
    """The text of the refusal."""


# Below the class: schemas may refer to each other in a circle.
