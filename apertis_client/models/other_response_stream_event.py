# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `OtherResponseStreamEvent`."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    NotRequired,
    Required,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    OtherTag,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["OtherResponseStreamEvent", "OtherResponseStreamEventDict"]


@model
class OtherResponseStreamEvent(JSONObject):
    """A step of a type that this description does not know.

    Attributes:
        type: Type of the event.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: OtherTag
    sequence_number: int | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: str,
            sequence_number: int | None | None = None,
        ) -> None: ...


@for_pydantic
class OtherResponseStreamEventDict(TypedDict):
    """The plain dict that `OtherResponseStreamEvent` is made from."""

    type: Required[str]
    """Type of the event."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
