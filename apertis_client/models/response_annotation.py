# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseAnnotation`."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseAnnotation", "ResponseAnnotationDict"]


@model
class ResponseAnnotation(JSONObject):
    """Where a text is taken from. Which members it has depends on `type`.

    Attributes:
        type: Kind of source.
        url: Address of the page.
        title: Title of the page.
        start_index: First character of the text that the source is for.
        end_index: The character after the last one.
        file_id: Id of the file.
        filename: Name of the file.
        index: Place of the file in the list of files.
    """

    type: str
    url: str | None = None
    title: str | None = None
    start_index: int | None = None
    end_index: int | None = None
    file_id: str | None = None
    filename: str | None = None
    index: int | None = None


@for_pydantic
class ResponseAnnotationDict(TypedDict):
    """The plain dict that `ResponseAnnotation` is made from."""

    type: Required[str]
    """Kind of source."""
    url: NotRequired[str | None]
    """Address of the page."""
    title: NotRequired[str | None]
    """Title of the page."""
    start_index: NotRequired[int | None]
    """First character of the text that the source is for."""
    end_index: NotRequired[int | None]
    """The character after the last one."""
    file_id: NotRequired[str | None]
    """Id of the file."""
    filename: NotRequired[str | None]
    """Name of the file."""
    index: NotRequired[int | None]
    """Place of the file in the list of files."""


# Below the class, because schemas may refer to each other in a circle.
