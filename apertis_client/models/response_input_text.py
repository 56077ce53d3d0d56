# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseInputText`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseInputText", "ResponseInputTextDict"]


@model
class ResponseInputText(JSONObject):
    """A text.

    Attributes:
        type: Always `input_text`.
        text: The text.
    """

    type: Literal["input_text"] = "input_text"
    text: str


@for_pydantic
class ResponseInputTextDict(TypedDict):
    """The plain dict that `ResponseInputText` is made from."""

    type: Required[Literal["input_text"]]
    """Always `input_text`."""
    text: Required[str]
    """The text."""


# Below the class, because schemas may refer to each other in a circle.
