# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `PredictionContent`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["PredictionContent", "PredictionContentDict"]


@model
class PredictionContent(JSONObject):
    """Text that most of the answer is expected to repeat.

    Attributes:
        type: Always `content`.
        content: The expected text, as a whole or in parts.
    """

    type: Literal["content"] = "content"
    content: str | Sequence[TextContentPart | TextContentPartDict] | Sequence[Any]


@for_pydantic
class PredictionContentDict(TypedDict):
    """The plain dict that `PredictionContent` is made from."""

    type: Required[Literal["content"]]
    """Always `content`."""
    content: Required[
        str | Sequence[TextContentPart | TextContentPartDict] | Sequence[Any]
    ]
    """The expected text, as a whole or in parts."""


# Below the class, because schemas may refer to each other in a circle.
from .text_content_part import TextContentPart, TextContentPartDict

set_decoders(
    PredictionContent,
    texts={
        "content": list_of(object_of(TextContentPart)),
    },
)
