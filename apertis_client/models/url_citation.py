# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `URLCitation`."""

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
    decode_unknown,
    is_object,
    model,
)

__all__ = ["URLCitation", "URLCitationDict"]


@model
class URLCitation(JSONObject):
    """A web page that a piece of the text cites. Some upstreams give the fields directly, others
    inside `url_citation`.

    Attributes:
        type: Kind of annotation, `url_citation`.
        start_index: Where in the text the piece begins, in characters.
        end_index: Where in the text the piece ends, in characters.
        url: Address of the page.
        title: Title of the page.
        url_citation: The same fields, from upstreams that nest them.
    """

    type: str | None = None
    start_index: int | None = None
    end_index: int | None = None
    url: str | None = None
    title: str | None = None
    url_citation: URLCitationDetail | None = None

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if _PLAIN.issuperset(members):
            return self
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("url_citation")
        if value is not None:
            members["url_citation"] = (
                URLCitationDetail.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "start_index",
        "end_index",
        "url",
        "title",
        "url_citation",
    ]
)
_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "start_index",
        "end_index",
        "url",
        "title",
    ]
)


class URLCitationDict(TypedDict):
    """The plain dict that `URLCitation` is made from."""

    type: NotRequired[str | None]
    """Kind of annotation, `url_citation`."""
    start_index: NotRequired[int | None]
    """Where in the text the piece begins, in characters."""
    end_index: NotRequired[int | None]
    """Where in the text the piece ends, in characters."""
    url: NotRequired[str | None]
    """Address of the page."""
    title: NotRequired[str | None]
    """Title of the page."""
    url_citation: NotRequired[URLCitationDetail | URLCitationDetailDict | None]
    """The same fields, from upstreams that nest them."""


# Below the class: schemas may refer to each other in a circle.
from .url_citation_detail import URLCitationDetail, URLCitationDetailDict
