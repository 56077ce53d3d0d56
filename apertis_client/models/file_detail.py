# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `FileDetail`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["FileDetail", "FileDetailDict"]


@model
class FileDetail(JSONObject):
    """A file, given by its content and name or by the id of an upload.

    Attributes:
        filename: Name of the file. Goes with `file_data`.
        file_data: Content of the file, in base64.
        file_id: Id of a file that was uploaded before. Stands in place of `file_data`.
    """

    filename: str | None = None
    file_data: str | None = None
    file_id: str | None = None


@for_pydantic
class FileDetailDict(TypedDict):
    """The plain dict that `FileDetail` is made from."""

    filename: NotRequired[str]
    """Name of the file. Goes with `file_data`."""
    file_data: NotRequired[str]
    """Content of the file, in base64."""
    file_id: NotRequired[str]
    """Id of a file that was uploaded before. Stands in place of `file_data`."""


# Below the class, because schemas may refer to each other in a circle.
