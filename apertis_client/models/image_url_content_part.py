# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ImageURLContentPart`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ImageURLContentPart", "ImageURLContentPartDict"]


@model
class ImageURLContentPart(JSONObject):
    """An image, for models that can see.

    Attributes:
        type: Always `image_url`.
        image_url: Where the image is and how closely to look at it.
    """

    type: Literal["image_url"] = "image_url"
    image_url: ImageURLDetail | ImageURLDetailDict


@for_pydantic
class ImageURLContentPartDict(TypedDict):
    """The plain dict that `ImageURLContentPart` is made from."""

    type: Required[Literal["image_url"]]
    """Always `image_url`."""
    image_url: Required[ImageURLDetail | ImageURLDetailDict]
    """Where the image is and how closely to look at it."""


# Below the class, because schemas may refer to each other in a circle.
from .image_url_detail import ImageURLDetail, ImageURLDetailDict

set_decoders(
    ImageURLContentPart,
    nested={
        "image_url": object_of(ImageURLDetail),
    },
)
