# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ToolMessage`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ToolMessage", "ToolMessageDict"]


@model
class ToolMessage(JSONObject):
    """The result of a tool call, for the model to go on with.

    Attributes:
        role: Always `tool`.
        content: The result, as text or as parts of text.
        tool_call_id: The `id` of the tool call that this is the result of.
        name: Name of the tool. Some models want it.
    """

    role: Literal["tool"] = "tool"
    content: str | Sequence[TextContentPart | TextContentPartDict] | Sequence[Any]
    tool_call_id: str
    name: str | None = None


@for_pydantic
class ToolMessageDict(TypedDict):
    """The plain dict that `ToolMessage` is made from."""

    role: Required[Literal["tool"]]
    """Always `tool`."""
    content: Required[
        str | Sequence[TextContentPart | TextContentPartDict] | Sequence[Any]
    ]
    """The result, as text or as parts of text."""
    tool_call_id: Required[str]
    """The `id` of the tool call that this is the result of."""
    name: NotRequired[str]
    """Name of the tool. Some models want it."""


# Below the class, because schemas may refer to each other in a circle.
from .text_content_part import TextContentPart, TextContentPartDict

set_decoders(
    ToolMessage,
    texts={
        "content": list_of(object_of(TextContentPart)),
    },
)
