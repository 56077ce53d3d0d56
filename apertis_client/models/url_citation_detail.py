# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `URLCitationDetail`."""

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
)

__all__ = ["URLCitationDetail", "URLCitationDetailDict"]


@model
class URLCitationDetail(JSONObject):
    """A web page that a piece of the text cites, in nested form.

    Attributes:
        start_index: Where in the text the piece begins, in characters.
        end_index: Where in the text the piece ends, in characters.
        url: Address of the page.
        title: Title of the page.
    """

    start_index: int | None = None
    end_index: int | None = None
    url: str | None = None
    title: str | None = None

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
        "start_index",
        "end_index",
        "url",
        "title",
    ]
)


class URLCitationDetailDict(TypedDict):
    """The plain dict that `URLCitationDetail` is made from."""

    start_index: NotRequired[int | None]
    """Where in the text the piece begins, in characters."""
    end_index: NotRequired[int | None]
    """Where in the text the piece ends, in characters."""
    url: NotRequired[str | None]
    """Address of the page."""
    title: NotRequired[str | None]
    """Title of the page."""


# Below the class: schemas may refer to each other in a circle.
