# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `RedactedThinkingBlock`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["RedactedThinkingBlock", "RedactedThinkingBlockDict"]


@model
class RedactedThinkingBlock(JSONObject):
    """Thoughts of the model that are not shown. They have to be sent back as they are.

    Attributes:
        type: Always `redacted_thinking`.
        data: The thoughts, encrypted.
    """

    type: Literal["redacted_thinking"] = "redacted_thinking"
    data: str


@for_pydantic
class RedactedThinkingBlockDict(TypedDict):
    """The plain dict that `RedactedThinkingBlock` is made from."""

    type: Required[Literal["redacted_thinking"]]
    """Always `redacted_thinking`."""
    data: Required[str]
    """The thoughts, encrypted."""


# Below the class, because schemas may refer to each other in a circle.
