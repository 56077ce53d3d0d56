# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseInputImage`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseInputImage", "ResponseInputImageDict"]


@model
class ResponseInputImage(JSONObject):
    """An image that the model is shown. It has either `image_url` or `file_id`.

    Attributes:
        type: Always `input_image`.
        image_url: Where the image is; it may be a `data:` URL (RFC 2397) that holds it.
        file_id: Id of a file at the provider.
        detail: How closely the model looks. Default of the server: "auto".
    """

    type: Literal["input_image"] = "input_image"
    image_url: str | None = None
    file_id: str | None = None
    detail: ImageDetail | str | None = None


@for_pydantic
class ResponseInputImageDict(TypedDict):
    """The plain dict that `ResponseInputImage` is made from."""

    type: Required[Literal["input_image"]]
    """Always `input_image`."""
    image_url: NotRequired[str | None]
    """Where the image is; it may be a `data:` URL (RFC 2397) that holds it."""
    file_id: NotRequired[str | None]
    """Id of a file at the provider."""
    detail: NotRequired[ImageDetail | str]
    """How closely the model looks. Default of the server: "auto"."""


# Below the class, because schemas may refer to each other in a circle.
from .image_detail import ImageDetail
