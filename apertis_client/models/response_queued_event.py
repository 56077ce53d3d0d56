# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseQueuedEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseQueuedEvent", "ResponseQueuedEventDict"]


@model
class ResponseQueuedEvent(JSONObject):
    """A response waits.

    Attributes:
        type: Always `response.queued`.
        response: The response as it is now.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: Literal["response.queued"] = "response.queued"
    response: Response = promised(default=None)
    sequence_number: int | None = None


@for_pydantic
class ResponseQueuedEventDict(TypedDict):
    """The plain dict that `ResponseQueuedEvent` is made from."""

    type: Required[Literal["response.queued"]]
    """Always `response.queued`."""
    response: NotRequired[Response | ResponseDict | None]
    """The response as it is now."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
from .response import Response, ResponseDict

set_decoders(
    ResponseQueuedEvent,
    nested={
        "response": object_of(Response),
    },
)
