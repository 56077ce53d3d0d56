# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ThinkingBlock`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ThinkingBlock", "ThinkingBlockDict"]


@model
class ThinkingBlock(JSONObject):
    """What the model thought before it answered. It has to be sent back as it is.

    Attributes:
        type: Always `thinking`.
        thinking: The thoughts.
        signature: Proof that the thoughts are the model's own; empty while they arrive.
    """

    type: Literal["thinking"] = "thinking"
    thinking: str
    signature: str | None = None


@for_pydantic
class ThinkingBlockDict(TypedDict):
    """The plain dict that `ThinkingBlock` is made from."""

    type: Required[Literal["thinking"]]
    """Always `thinking`."""
    thinking: Required[str]
    """The thoughts."""
    signature: NotRequired[str | None]
    """Proof that the thoughts are the model's own; empty while they arrive."""


# Below the class, because schemas may refer to each other in a circle.
