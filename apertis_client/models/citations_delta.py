# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `CitationsDelta`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["CitationsDelta", "CitationsDeltaDict"]


@model
class CitationsDelta(JSONObject):
    """Where the text of a block is taken from.

    Attributes:
        type: Always `citations_delta`.
        citation: One more citation of the block.
    """

    type: Literal["citations_delta"] = "citations_delta"
    citation: Citation = promised(default=None)


@for_pydantic
class CitationsDeltaDict(TypedDict):
    """The plain dict that `CitationsDelta` is made from."""

    type: Required[Literal["citations_delta"]]
    """Always `citations_delta`."""
    citation: NotRequired[Citation | CitationDict | None]
    """One more citation of the block."""


# Below the class, because schemas may refer to each other in a circle.
from .citation import Citation, CitationDict

set_decoders(
    CitationsDelta,
    nested={
        "citation": object_of(Citation),
    },
)
