# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `BlockSource`."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["BlockSource", "BlockSourceDict"]


@model
class BlockSource(JSONObject):
    """Where an image or a document is: in the request itself, or at a URL.

    Attributes:
        type: Which of the two it is; documents can also be `text`.
        media_type: Type of the content, such as `image/png` or `application/pdf`.
        data: The content, in base64 (RFC 4648, section 4), or the text itself.
        url: Where the content is.
    """

    type: BlockSourceType | str
    media_type: str | None = None
    data: str | None = None
    url: str | None = None


@for_pydantic
class BlockSourceDict(TypedDict):
    """The plain dict that `BlockSource` is made from."""

    type: Required[BlockSourceType | str]
    """Which of the two it is; documents can also be `text`."""
    media_type: NotRequired[str]
    """Type of the content, such as `image/png` or `application/pdf`."""
    data: NotRequired[str]
    """The content, in base64 (RFC 4648, section 4), or the text itself."""
    url: NotRequired[str]
    """Where the content is."""


# Below the class, because schemas may refer to each other in a circle.
from .block_source_type import BlockSourceType
