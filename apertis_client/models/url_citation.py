# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `URLCitation`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

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


@for_pydantic
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


# Below the class, because schemas may refer to each other in a circle.
from .url_citation_detail import URLCitationDetail, URLCitationDetailDict

set_decoders(
    URLCitation,
    nested={
        "url_citation": object_of(URLCitationDetail),
    },
)
