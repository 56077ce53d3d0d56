# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `OtherResponseOutputContent`."""

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

__all__ = ["OtherResponseOutputContent", "OtherResponseOutputContentDict"]


@model
class OtherResponseOutputContent(JSONObject):
    """A part of an answer of a type that this description does not know. It is kept, and sent
    back, as it is.

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
class OtherResponseOutputContentDict(TypedDict):
    """The plain dict that `OtherResponseOutputContent` is made from."""

    type: Required[str]
    """Type of the part."""


# Below the class, because schemas may refer to each other in a circle.
