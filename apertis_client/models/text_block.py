# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `TextBlock`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["TextBlock", "TextBlockDict"]


@model
class TextBlock(JSONObject):
    """A piece of text.

    Attributes:
        type: Always `text`.
        text: The text.
        citations: Where the text is taken from. Only in answers about documents.
        cache_control: Lets the provider cache the conversation up to this block. Only in
            requests.
    """

    type: Literal["text"] = "text"
    text: str
    citations: list[Citation] | None = None
    cache_control: CacheControl | None = None


@for_pydantic
class TextBlockDict(TypedDict):
    """The plain dict that `TextBlock` is made from."""

    type: Required[Literal["text"]]
    """Always `text`."""
    text: Required[str]
    """The text."""
    citations: NotRequired[Sequence[Citation | CitationDict] | None]
    """Where the text is taken from. Only in answers about documents."""
    cache_control: NotRequired[CacheControl | CacheControlDict]
    """Lets the provider cache the conversation up to this block. Only in requests."""


# Below the class, because schemas may refer to each other in a circle.
from .cache_control import CacheControl, CacheControlDict
from .citation import Citation, CitationDict

set_decoders(
    TextBlock,
    nested={
        "citations": list_of(object_of(Citation)),
        "cache_control": object_of(CacheControl),
    },
)
