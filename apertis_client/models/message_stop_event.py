# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `MessageStopEvent`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["MessageStopEvent", "MessageStopEventDict"]


@model
class MessageStopEvent(JSONObject):
    """The message is complete.

    Attributes:
        type: Always `message_stop`.
    """

    type: Literal["message_stop"] = "message_stop"


@for_pydantic
class MessageStopEventDict(TypedDict):
    """The plain dict that `MessageStopEvent` is made from."""

    type: Required[Literal["message_stop"]]
    """Always `message_stop`."""


# Below the class, because schemas may refer to each other in a circle.
