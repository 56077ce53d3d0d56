# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `MessageDelta`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["MessageDelta", "MessageDeltaDict"]


@model
class MessageDelta(JSONObject):
    """What has changed of a message as a whole.

    Attributes:
        stop_reason: Why the model stopped.
        stop_sequence: Which of `stop_sequences` the model stopped at, if it did.
    """

    stop_reason: StopReason | str | None = None
    stop_sequence: str | None = None


@for_pydantic
class MessageDeltaDict(TypedDict):
    """The plain dict that `MessageDelta` is made from."""

    stop_reason: NotRequired[StopReason | str | None]
    """Why the model stopped."""
    stop_sequence: NotRequired[str | None]
    """Which of `stop_sequences` the model stopped at, if it did."""


# Below the class, because schemas may refer to each other in a circle.
from .stop_reason import StopReason
