# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseReasoningText`."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseReasoningText", "ResponseReasoningTextDict"]


@model
class ResponseReasoningText(JSONObject):
    """A part of the reasoning.

    Attributes:
        type: Kind of part, always `reasoning_text`.
        text: The text.
    """

    type: str
    text: str


@for_pydantic
class ResponseReasoningTextDict(TypedDict):
    """The plain dict that `ResponseReasoningText` is made from."""

    type: Required[str]
    """Kind of part, always `reasoning_text`."""
    text: Required[str]
    """The text."""


# Below the class, because schemas may refer to each other in a circle.
