# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `TextDelta`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["TextDelta", "TextDeltaDict"]


@model
class TextDelta(JSONObject):
    """More of a text.

    Attributes:
        type: Always `text_delta`.
        text: The new text.
    """

    type: Literal["text_delta"] = "text_delta"
    text: str = promised(default=None)


@for_pydantic
class TextDeltaDict(TypedDict):
    """The plain dict that `TextDelta` is made from."""

    type: Required[Literal["text_delta"]]
    """Always `text_delta`."""
    text: NotRequired[str | None]
    """The new text."""


# Below the class, because schemas may refer to each other in a circle.
