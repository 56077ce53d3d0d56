# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `OtherResponseItem`."""

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

__all__ = ["OtherResponseItem", "OtherResponseItemDict"]


@model
class OtherResponseItem(JSONObject):
    """An item of a type that this description does not know, such as a search of the web that the
    provider ran. It is kept, and sent back, as it is.

    Attributes:
        type: Type of the item.
    """

    type: OtherTag

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: str,
        ) -> None: ...


@for_pydantic
class OtherResponseItemDict(TypedDict):
    """The plain dict that `OtherResponseItem` is made from."""

    type: Required[str]
    """Type of the item."""


# Below the class, because schemas may refer to each other in a circle.
