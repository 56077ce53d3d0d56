# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `Citation`."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["Citation", "CitationDict"]


@model
class Citation(JSONObject):
    """Where a piece of text is taken from. Which members it has depends on `type`.

    Attributes:
        type: How the place is given.
        cited_text: The words that are cited.
        document_index: Which document it is, counted from 0.
        document_title: Title of the document.
        start_char_index: First character, counted from 0.
        end_char_index: The character after the last one.
        start_page_number: First page, counted from 1.
        end_page_number: The page after the last one.
        start_block_index: First block, counted from 0.
        end_block_index: The block after the last one.
        url: Address of the page on the web.
        title: Title of the page on the web.
    """

    type: str
    cited_text: str | None = None
    document_index: int | None = None
    document_title: str | None = None
    start_char_index: int | None = None
    end_char_index: int | None = None
    start_page_number: int | None = None
    end_page_number: int | None = None
    start_block_index: int | None = None
    end_block_index: int | None = None
    url: str | None = None
    title: str | None = None


@for_pydantic
class CitationDict(TypedDict):
    """The plain dict that `Citation` is made from."""

    type: Required[str]
    """How the place is given."""
    cited_text: NotRequired[str | None]
    """The words that are cited."""
    document_index: NotRequired[int | None]
    """Which document it is, counted from 0."""
    document_title: NotRequired[str | None]
    """Title of the document."""
    start_char_index: NotRequired[int | None]
    """First character, counted from 0."""
    end_char_index: NotRequired[int | None]
    """The character after the last one."""
    start_page_number: NotRequired[int | None]
    """First page, counted from 1."""
    end_page_number: NotRequired[int | None]
    """The page after the last one."""
    start_block_index: NotRequired[int | None]
    """First block, counted from 0."""
    end_block_index: NotRequired[int | None]
    """The block after the last one."""
    url: NotRequired[str | None]
    """Address of the page on the web."""
    title: NotRequired[str | None]
    """Title of the page on the web."""


# Below the class, because schemas may refer to each other in a circle.
