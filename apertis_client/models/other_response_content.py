# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `OtherResponseContent`."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Required,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    OtherTag,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["OtherResponseContent", "OtherResponseContentDict"]


@model
class OtherResponseContent(JSONObject):
    """A part of a type that this description does not know. It is sent as given.

    Attributes:
        type: Type of the part.
    """

    type: OtherTag

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: str,
        ) -> None: ...


@for_pydantic
class OtherResponseContentDict(TypedDict):
    """The plain dict that `OtherResponseContent` is made from."""

    type: Required[str]
    """Type of the part."""


# Below the class, because schemas may refer to each other in a circle.
