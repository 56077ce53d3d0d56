# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ResponseFormatText`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Final,
    Literal,
    Required,
    Self,
    TypedDict,
)

from attrs import define

from ..json_object import JSONObject

__all__ = ["ResponseFormatText", "ResponseFormatTextDict"]


@define(kw_only=True, slots=False, eq=False, repr=False)
class ResponseFormatText(JSONObject):
    """The answer is text of any form.

    Attributes:
        type: Always `text`.
    """

    type: Literal["text"] = "text"

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Build the object from decoded JSON, keeping every member. `src` is not changed."""
        self = cls.__new__(cls)
        members = self.__dict__
        members.update(src)
        if not _KNOWN.issuperset(members):
            self._keep_unknown(_KNOWN)
        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
    ]
)


class ResponseFormatTextDict(TypedDict):
    """The plain dict that `ResponseFormatText` is made from."""

    type: Required[Literal["text"]]
    """Always `text`."""


# Below the class: schemas may refer to each other in a circle.
