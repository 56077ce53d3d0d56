# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ImageEditRequest`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.uploads import FileInput

__all__ = ["ImageEditRequest", "ImageEditRequestDict"]


@model
class ImageEditRequest(JSONObject):
    """Images, and what is to become of them.

    Attributes:
        image: The image, or a list of up to 16: each is a path, its content, an open file, or a
            tuple of name, content and, if you like, media type. PNG, WebP or JPEG. File: at
            most 50 MB. List: each item: at most 50 MB.
        prompt: What the result is to show. At most 32000 characters.
        mask: An image of the same size that is transparent where the first image is to be
            changed; PNG. Given like `image`. At most 4 MB.
        model: Id of the model, for example `gpt-image-1` or `flux-kontext-pro`. At least 1
            character.
        n: How many images. `dall-e-3` makes one. Range: 1 to 10. Default of the server: 1.
        size: Width and height in pixels, such as `1024x1024`, or `auto`; which ones there are
            depends on the model.
        quality: How much care is taken: `standard` or `hd` for `dall-e-3`, the others for GPT
            image models.
        response_format: Whether the answer has URLs, valid for an hour, or the images as
            base64. GPT image models do not take it: they always send base64. Default of the
            server: "url".
        background: Background of the images. For GPT image models. Default of the server:
            "auto".
        moderation: How strictly the images are moderated. For GPT image models. Default of the
            server: "auto".
        output_format: Format of the images. For GPT image models. Default of the server: "png".
        output_compression: Compression of JPEG and WebP, in percent. For GPT image models.
            Range: 0 to 100. Default of the server: 100.
        input_fidelity: How closely the result keeps to the images. For `gpt-image-1`. Default
            of the server: "low".
        user: Id of your end user, to help find abuse.
    """

    image: FileInput | Sequence[FileInput]
    prompt: str
    mask: FileInput | None = None
    model: str | None = None
    n: int | None = None
    size: str | None = None
    quality: ImageQuality | str | None = None
    response_format: ImageResponseFormat | str | None = None
    background: ImageBackground | str | None = None
    moderation: ImageModeration | str | None = None
    output_format: ImageOutputFormat | str | None = None
    output_compression: int | None = None
    input_fidelity: InputFidelity | str | None = None
    user: str | None = None


@for_pydantic
class ImageEditRequestDict(TypedDict):
    """The plain dict that `ImageEditRequest` is made from."""

    image: Required[FileInput | Sequence[FileInput]]
    """The image, or a list of up to 16: each is a path, its content, an open file, or a tuple of
    name, content and, if you like, media type. PNG, WebP or JPEG. File: at most 50 MB. List:
    each item: at most 50 MB.
    """
    prompt: Required[str]
    """What the result is to show. At most 32000 characters."""
    mask: NotRequired[FileInput]
    """An image of the same size that is transparent where the first image is to be changed; PNG.
    Given like `image`. At most 4 MB.
    """
    model: NotRequired[str]
    """Id of the model, for example `gpt-image-1` or `flux-kontext-pro`. At least 1 character."""
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
    input_fidelity: NotRequired[InputFidelity | str]
    """How closely the result keeps to the images. For `gpt-image-1`. Default of the server: "low".
    """
    user: NotRequired[str]
    """Id of your end user, to help find abuse."""


# Below the class, because schemas may refer to each other in a circle.
from .image_background import ImageBackground
from .image_moderation import ImageModeration
from .image_output_format import ImageOutputFormat
from .image_quality import ImageQuality
from .image_response_format import ImageResponseFormat
from .input_fidelity import InputFidelity
