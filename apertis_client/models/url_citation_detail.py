# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `URLCitationDetail`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

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


@for_pydantic
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


# Below the class, because schemas may refer to each other in a circle.
