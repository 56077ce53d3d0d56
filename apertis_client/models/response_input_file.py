# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseInputFile`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseInputFile", "ResponseInputFileDict"]


@model
class ResponseInputFile(JSONObject):
    """A file that the model reads. It has one of `file_id`, `file_data` and `file_url`.

    Attributes:
        type: Always `input_file`.
        file_id: Id of a file at the provider.
        file_data: The file in base64, as a `data:` URL (RFC 2397).
        file_url: Where the file is.
        filename: Name of the file.
    """

    type: Literal["input_file"] = "input_file"
    file_id: str | None = None
    file_data: str | None = None
    file_url: str | None = None
    filename: str | None = None


@for_pydantic
class ResponseInputFileDict(TypedDict):
    """The plain dict that `ResponseInputFile` is made from."""

    type: Required[Literal["input_file"]]
    """Always `input_file`."""
    file_id: NotRequired[str | None]
    """Id of a file at the provider."""
    file_data: NotRequired[str]
    """The file in base64, as a `data:` URL (RFC 2397)."""
    file_url: NotRequired[str]
    """Where the file is."""
    filename: NotRequired[str]
    """Name of the file."""


# Below the class, because schemas may refer to each other in a circle.
