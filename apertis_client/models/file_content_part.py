# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `FileContentPart`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["FileContentPart", "FileContentPartDict"]


@model
class FileContentPart(JSONObject):
    """A file, such as a PDF. For OpenAI models.

    Attributes:
        type: Always `file`.
        file: The file itself or its id.
    """

    type: Literal["file"] = "file"
    file: FileDetail | FileDetailDict


@for_pydantic
class FileContentPartDict(TypedDict):
    """The plain dict that `FileContentPart` is made from."""

    type: Required[Literal["file"]]
    """Always `file`."""
    file: Required[FileDetail | FileDetailDict]
    """The file itself or its id."""


# Below the class, because schemas may refer to each other in a circle.
from .file_detail import FileDetail, FileDetailDict

set_decoders(
    FileContentPart,
    nested={
        "file": object_of(FileDetail),
    },
)
