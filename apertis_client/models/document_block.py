# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `DocumentBlock`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["DocumentBlock", "DocumentBlockDict"]


@model
class DocumentBlock(JSONObject):
    """A document that the model reads.

    Attributes:
        type: Always `document`.
        source: The document, or where it is.
        title: Title of the document.
        context: What the model is told about the document; it is not cited.
        citations: Whether the answer says where in the document it has its statements from.
        cache_control: Lets the provider cache the conversation up to this block.
    """

    type: Literal["document"] = "document"
    source: BlockSource | BlockSourceDict
    title: str | None = None
    context: str | None = None
    citations: CitationsConfig | CitationsConfigDict | None = None
    cache_control: CacheControl | CacheControlDict | None = None


@for_pydantic
class DocumentBlockDict(TypedDict):
    """The plain dict that `DocumentBlock` is made from."""

    type: Required[Literal["document"]]
    """Always `document`."""
    source: Required[BlockSource | BlockSourceDict]
    """The document, or where it is."""
    title: NotRequired[str]
    """Title of the document."""
    context: NotRequired[str]
    """What the model is told about the document; it is not cited."""
    citations: NotRequired[CitationsConfig | CitationsConfigDict]
    """Whether the answer says where in the document it has its statements from."""
    cache_control: NotRequired[CacheControl | CacheControlDict]
    """Lets the provider cache the conversation up to this block."""


# Below the class, because schemas may refer to each other in a circle.
from .block_source import BlockSource, BlockSourceDict
from .cache_control import CacheControl, CacheControlDict
from .citations_config import CitationsConfig, CitationsConfigDict

set_decoders(
    DocumentBlock,
    nested={
        "source": object_of(BlockSource),
        "citations": object_of(CitationsConfig),
        "cache_control": object_of(CacheControl),
    },
)
