# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ImageURLDetail`."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ImageURLDetail", "ImageURLDetailDict"]


@model
class ImageURLDetail(JSONObject):
    """Where an image is and how closely to look at it.

    Attributes:
        url: An http or https address, or the image itself as `data:image/png;base64,...`. PNG,
            JPEG, WebP or GIF of at most 20 MB.
        detail: How closely the model looks. A closer look uses more tokens.
    """

    url: str
    detail: ImageDetail | str | None = None


@for_pydantic
class ImageURLDetailDict(TypedDict):
    """The plain dict that `ImageURLDetail` is made from."""

    url: Required[str]
    """An http or https address, or the image itself as `data:image/png;base64,...`. PNG, JPEG,
    WebP or GIF of at most 20 MB.
    """
    detail: NotRequired[ImageDetail | str]
    """How closely the model looks. A closer look uses more tokens."""


# Below the class, because schemas may refer to each other in a circle.
from .image_detail import ImageDetail
