# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ImagesResponse`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    list_of,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.response import ResponseModel

__all__ = ["ImagesResponse", "ImagesResponseDict"]


@model
class ImagesResponse(ResponseModel):
    """Images that were made.

    Attributes:
        created: When they were made, in Unix seconds.
        data: The images.
        usage: What it cost in tokens. From GPT image models.
    """

    created: int | None = None
    data: list[Image] = promised(default=None)
    usage: ImageUsage | None = None

    def __iter__(self) -> Iterator[Image]:
        return iter(self.data or ())

    def __len__(self) -> int:
        return len(self.data or ())


@for_pydantic
class ImagesResponseDict(TypedDict):
    """The plain dict that `ImagesResponse` is made from."""

    created: NotRequired[int | None]
    """When they were made, in Unix seconds."""
    data: NotRequired[Sequence[Image | ImageDict] | None]
    """The images."""
    usage: NotRequired[ImageUsage | ImageUsageDict | None]
    """What it cost in tokens. From GPT image models."""


# Below the class, because schemas may refer to each other in a circle.
from .image import Image, ImageDict
from .image_usage import ImageUsage, ImageUsageDict

set_decoders(
    ImagesResponse,
    nested={
        "data": list_of(object_of(Image)),
        "usage": object_of(ImageUsage),
    },
)
