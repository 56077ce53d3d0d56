# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ImageRequest`."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ImageRequest", "ImageRequestDict"]


@model
class ImageRequest(JSONObject):
    """What images are to show, and how.

    Attributes:
        prompt: What the images are to show. At most 1000 characters for `dall-e-2`, 4000 for
            `dall-e-3` and 32000 for GPT image models. At most 32000 characters.
        model: Id of the model, for example `gpt-image-1` or `dall-e-3`. At least 1 character.
            Default of the server: "dall-e-2".
        n: How many images. `dall-e-3` makes one. Range: 1 to 10. Default of the server: 1.
        size: Width and height in pixels, such as `1024x1024`, or `auto`; which ones there are
            depends on the model.
        quality: How much care is taken: `standard` or `hd` for `dall-e-3`, the others for GPT
            image models.
        response_format: Whether the answer has URLs, valid for an hour, or the images as
            base64. GPT image models do not take it: they always send base64. Default of the
            server: "url".
        style: How far it goes beyond what is natural. For `dall-e-3`. Default of the server:
            "vivid".
        background: Background of the images. For GPT image models. Default of the server:
            "auto".
        moderation: How strictly the images are moderated. For GPT image models. Default of the
            server: "auto".
        output_format: Format of the images. For GPT image models. Default of the server: "png".
        output_compression: Compression of JPEG and WebP, in percent. For GPT image models.
            Range: 0 to 100. Default of the server: 100.
        user: Id of your end user, to help find abuse.
    """

    prompt: str
    model: str | None = None
    n: int | None = None
    size: str | None = None
    quality: ImageQuality | str | None = None
    response_format: ImageResponseFormat | str | None = None
    style: ImageStyle | str | None = None
    background: ImageBackground | str | None = None
    moderation: ImageModeration | str | None = None
    output_format: ImageOutputFormat | str | None = None
    output_compression: int | None = None
    user: str | None = None


@for_pydantic
class ImageRequestDict(TypedDict):
    """The plain dict that `ImageRequest` is made from."""

    prompt: Required[str]
    """What the images are to show. At most 1000 characters for `dall-e-2`, 4000 for `dall-e-3` and
    32000 for GPT image models. At most 32000 characters.
    """
    model: NotRequired[str]
    """Id of the model, for example `gpt-image-1` or `dall-e-3`. At least 1 character. Default of
    the server: "dall-e-2".
    """
    n: NotRequired[int]
    """How many images. `dall-e-3` makes one. Range: 1 to 10. Default of the server: 1."""
    size: NotRequired[str]
    """Width and height in pixels, such as `1024x1024`, or `auto`; which ones there are depends on
    the model.
    """
    quality: NotRequired[ImageQuality | str]
    """How much care is taken: `standard` or `hd` for `dall-e-3`, the others for GPT image models.
    """
    response_format: NotRequired[ImageResponseFormat | str]
    """Whether the answer has URLs, valid for an hour, or the images as base64. GPT image models do
    not take it: they always send base64. Default of the server: "url".
    """
    style: NotRequired[ImageStyle | str]
    """How far it goes beyond what is natural. For `dall-e-3`. Default of the server: "vivid"."""
    background: NotRequired[ImageBackground | str]
    """Background of the images. For GPT image models. Default of the server: "auto"."""
    moderation: NotRequired[ImageModeration | str]
    """How strictly the images are moderated. For GPT image models. Default of the server: "auto".
    """
    output_format: NotRequired[ImageOutputFormat | str]
    """Format of the images. For GPT image models. Default of the server: "png"."""
    output_compression: NotRequired[int]
    """Compression of JPEG and WebP, in percent. For GPT image models. Range: 0 to 100. Default of
    the server: 100.
    """
    user: NotRequired[str]
    """Id of your end user, to help find abuse."""


# Below the class, because schemas may refer to each other in a circle.
from .image_background import ImageBackground
from .image_moderation import ImageModeration
from .image_output_format import ImageOutputFormat
from .image_quality import ImageQuality
from .image_response_format import ImageResponseFormat
from .image_style import ImageStyle
