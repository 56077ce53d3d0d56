# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `Image`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.image_methods import ImageMethods
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["Image", "ImageDict"]


@model
class Image(ImageMethods):
    """An image. `save(path)` writes it to a file and `read()` returns its content, whether it came
    as base64 or as a URL.

    Attributes:
        url: Where the image is, for an hour.
        b64_json: The image as base64.
        revised_prompt: The description that the model made of the prompt. From `dall-e-3`.
    """

    url: str | None = None
    b64_json: str | None = None
    revised_prompt: str | None = None


@for_pydantic
class ImageDict(TypedDict):
    """The plain dict that `Image` is made from."""

    url: NotRequired[str | None]
    """Where the image is, for an hour."""
    b64_json: NotRequired[str | None]
    """The image as base64."""
    revised_prompt: NotRequired[str | None]
    """The description that the model made of the prompt. From `dall-e-3`."""


# Below the class, because schemas may refer to each other in a circle.
