# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `MessageDeltaEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["MessageDeltaEvent", "MessageDeltaEventDict"]


@model
class MessageDeltaEvent(JSONObject):
    """What is known of the message as a whole has changed.

    Attributes:
        type: Always `message_delta`.
        delta: What has changed.
        usage: How many tokens the whole message has taken so far.
    """

    type: Literal["message_delta"] = "message_delta"
    delta: MessageDelta = promised(default=None)
    usage: MessageUsage | None = None


@for_pydantic
class MessageDeltaEventDict(TypedDict):
    """The plain dict that `MessageDeltaEvent` is made from."""

    type: Required[Literal["message_delta"]]
    """Always `message_delta`."""
    delta: NotRequired[MessageDelta | MessageDeltaDict | None]
    """What has changed."""
    usage: NotRequired[MessageUsage | MessageUsageDict | None]
    """How many tokens the whole message has taken so far."""


# Below the class, because schemas may refer to each other in a circle.
from .message_delta import MessageDelta, MessageDeltaDict
from .message_usage import MessageUsage, MessageUsageDict

set_decoders(
    MessageDeltaEvent,
    nested={
        "delta": object_of(MessageDelta),
        "usage": object_of(MessageUsage),
    },
)
