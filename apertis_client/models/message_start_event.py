# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `MessageStartEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["MessageStartEvent", "MessageStartEventDict"]


@model
class MessageStartEvent(JSONObject):
    """A message begins.

    Attributes:
        type: Always `message_start`.
        message: The message, whose content is still empty.
    """

    type: Literal["message_start"] = "message_start"
    message: Message = promised(default=None)


@for_pydantic
class MessageStartEventDict(TypedDict):
    """The plain dict that `MessageStartEvent` is made from."""

    type: Required[Literal["message_start"]]
    """Always `message_start`."""
    message: NotRequired[Message | MessageDict | None]
    """The message, whose content is still empty."""


# Below the class, because schemas may refer to each other in a circle.
from .message import Message, MessageDict

set_decoders(
    MessageStartEvent,
    nested={
        "message": object_of(Message),
    },
)
