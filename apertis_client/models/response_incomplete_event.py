# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseIncompleteEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseIncompleteEvent", "ResponseIncompleteEventDict"]


@model
class ResponseIncompleteEvent(JSONObject):
    """A response ends before it is complete; `incomplete_details` says why.

    Attributes:
        type: Always `response.incomplete`.
        response: The response as it is now.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: Literal["response.incomplete"] = "response.incomplete"
    response: Response = promised(default=None)
    sequence_number: int | None = None


@for_pydantic
class ResponseIncompleteEventDict(TypedDict):
    """The plain dict that `ResponseIncompleteEvent` is made from."""

    type: Required[Literal["response.incomplete"]]
    """Always `response.incomplete`."""
    response: NotRequired[Response | ResponseDict | None]
    """The response as it is now."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
from .response import Response, ResponseDict

set_decoders(
    ResponseIncompleteEvent,
    nested={
        "response": object_of(Response),
    },
)
