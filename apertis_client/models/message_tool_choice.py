# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `MessageToolChoice`."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["MessageToolChoice", "MessageToolChoiceDict"]


@model
class MessageToolChoice(JSONObject):
    """Whether the model calls tools, and which.

    Attributes:
        type: What the model may do.
        name: Name of the tool that must be called, with the type `tool`.
        disable_parallel_tool_use: Whether an answer calls one tool at most. Default of the
            server: false.
    """

    type: MessageToolChoiceType | str
    name: str | None = None
    disable_parallel_tool_use: bool | None = None


@for_pydantic
class MessageToolChoiceDict(TypedDict):
    """The plain dict that `MessageToolChoice` is made from."""

    type: Required[MessageToolChoiceType | str]
    """What the model may do."""
    name: NotRequired[str]
    """Name of the tool that must be called, with the type `tool`."""
    disable_parallel_tool_use: NotRequired[bool]
    """Whether an answer calls one tool at most. Default of the server: false."""


# Below the class, because schemas may refer to each other in a circle.
from .message_tool_choice_type import MessageToolChoiceType
