# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `OtherTool`."""

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

__all__ = ["OtherTool", "OtherToolDict"]


@model
class OtherTool(JSONObject):
    """A tool of a type that this description does not know, such as one that a provider runs
    itself. It is sent as given.

    Attributes:
        type: Type of the tool.
    """

    type: OtherTag

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: str,
        ) -> None: ...


@for_pydantic
class OtherToolDict(TypedDict):
    """The plain dict that `OtherTool` is made from."""

    type: Required[str]
    """Type of the tool."""


# Below the class, because schemas may refer to each other in a circle.
