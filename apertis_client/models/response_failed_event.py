# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseFailedEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseFailedEvent", "ResponseFailedEventDict"]


@model
class ResponseFailedEvent(JSONObject):
    """A response has failed; `error` says why.

    Attributes:
        type: Always `response.failed`.
        response: The response as it is now.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: Literal["response.failed"] = "response.failed"
    response: Response = promised(default=None)
    sequence_number: int | None = None


@for_pydantic
class ResponseFailedEventDict(TypedDict):
    """The plain dict that `ResponseFailedEvent` is made from."""

    type: Required[Literal["response.failed"]]
    """Always `response.failed`."""
    response: NotRequired[Response | ResponseDict | None]
    """The response as it is now."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
from .response import Response, ResponseDict

set_decoders(
    ResponseFailedEvent,
    nested={
        "response": object_of(Response),
    },
)
