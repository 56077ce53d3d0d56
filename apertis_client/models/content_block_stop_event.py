# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ContentBlockStopEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ContentBlockStopEvent", "ContentBlockStopEventDict"]


@model
class ContentBlockStopEvent(JSONObject):
    """A block is complete.

    Attributes:
        type: Always `content_block_stop`.
        index: Which block of the message it is, counted from 0.
    """

    type: Literal["content_block_stop"] = "content_block_stop"
    index: int = promised(default=None)


@for_pydantic
class ContentBlockStopEventDict(TypedDict):
    """The plain dict that `ContentBlockStopEvent` is made from."""

    type: Required[Literal["content_block_stop"]]
    """Always `content_block_stop`."""
    index: NotRequired[int | None]
    """Which block of the message it is, counted from 0."""


# Below the class, because schemas may refer to each other in a circle.
