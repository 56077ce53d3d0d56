# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `WebSource`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["WebSource", "WebSourceDict"]


@model
class WebSource(JSONObject):
    """A web page behind the answer.

    Attributes:
        title: Title of the page.
        url: Address of the page.
        snippet: The passage of the page that was found.
    """

    title: str | None = None
    url: str | None = None
    snippet: str | None = None


@for_pydantic
class WebSourceDict(TypedDict):
    """The plain dict that `WebSource` is made from."""

    title: NotRequired[str | None]
    """Title of the page."""
    url: NotRequired[str | None]
    """Address of the page."""
    snippet: NotRequired[str | None]
    """The passage of the page that was found."""


# Below the class, because schemas may refer to each other in a circle.
