# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ImageBlock`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ImageBlock", "ImageBlockDict"]


@model
class ImageBlock(JSONObject):
    """An image that the model is shown.

    Attributes:
        type: Always `image`.
        source: The image, or where it is.
        cache_control: Lets the provider cache the conversation up to this block.
    """

    type: Literal["image"] = "image"
    source: BlockSource | BlockSourceDict
    cache_control: CacheControl | CacheControlDict | None = None


@for_pydantic
class ImageBlockDict(TypedDict):
    """The plain dict that `ImageBlock` is made from."""

    type: Required[Literal["image"]]
    """Always `image`."""
    source: Required[BlockSource | BlockSourceDict]
    """The image, or where it is."""
    cache_control: NotRequired[CacheControl | CacheControlDict]
    """Lets the provider cache the conversation up to this block."""


# Below the class, because schemas may refer to each other in a circle.
from .block_source import BlockSource, BlockSourceDict
from .cache_control import CacheControl, CacheControlDict

set_decoders(
    ImageBlock,
    nested={
        "source": object_of(BlockSource),
        "cache_control": object_of(CacheControl),
    },
)
