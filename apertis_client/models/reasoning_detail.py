# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ReasoningDetail`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    NotRequired,
    Self,
    TypedDict,
)

from attrs import define

from ..json_object import JSONObject

__all__ = ["ReasoningDetail", "ReasoningDetailDict"]


@define(kw_only=True, slots=False, eq=False, repr=False)
class ReasoningDetail(JSONObject):
    """A piece of a model's reasoning, in the form of its provider; it may have further members.
    Do not modify it if it is sent back.

    Attributes:
        type: What kind of piece it is, for example `reasoning.text`.
        text: The reasoning as text.
        content: The reasoning as text, under the name that some providers give it.
        reasoning: The reasoning as text, under the name that some providers give it.
        summary: A summary of the reasoning.
    """

    type: str | None = None
    text: str | None = None
    content: str | None = None
    reasoning: str | None = None
    summary: str | None = None

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            self._keep_unknown(_KNOWN)
        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "text",
        "content",
        "reasoning",
        "summary",
    ]
)


class ReasoningDetailDict(TypedDict):
    """The plain dict that `ReasoningDetail` is made from."""

    type: NotRequired[str | None]
    """What kind of piece it is, for example `reasoning.text`."""
    text: NotRequired[str | None]
    """The reasoning as text."""
    content: NotRequired[str | None]
    """The reasoning as text, under the name that some providers give it."""
    reasoning: NotRequired[str | None]
    """The reasoning as text, under the name that some providers give it."""
    summary: NotRequired[str | None]
    """A summary of the reasoning."""


# Below the class: schemas may refer to each other in a circle.
