# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseInProgressEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseInProgressEvent", "ResponseInProgressEventDict"]


@model
class ResponseInProgressEvent(JSONObject):
    """A response is being generated.

    Attributes:
        type: Always `response.in_progress`.
        response: The response as it is now.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: Literal["response.in_progress"] = "response.in_progress"
    response: Response = promised(default=None)
    sequence_number: int | None = None


@for_pydantic
class ResponseInProgressEventDict(TypedDict):
    """The plain dict that `ResponseInProgressEvent` is made from."""

    type: Required[Literal["response.in_progress"]]
    """Always `response.in_progress`."""
    response: NotRequired[Response | ResponseDict | None]
    """The response as it is now."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
from .response import Response, ResponseDict

set_decoders(
    ResponseInProgressEvent,
    nested={
        "response": object_of(Response),
    },
)
