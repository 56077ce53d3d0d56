# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseSummaryText`."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseSummaryText", "ResponseSummaryTextDict"]


@model
class ResponseSummaryText(JSONObject):
    """A part of a summary.

    Attributes:
        type: Kind of part, always `summary_text`.
        text: The text.
    """

    type: str
    text: str


@for_pydantic
class ResponseSummaryTextDict(TypedDict):
    """The plain dict that `ResponseSummaryText` is made from."""

    type: Required[str]
    """Kind of part, always `summary_text`."""
    text: Required[str]
    """The text."""


# Below the class, because schemas may refer to each other in a circle.
