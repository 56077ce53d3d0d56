# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseToolChoice`."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseToolChoice", "ResponseToolChoiceDict"]


@model
class ResponseToolChoice(JSONObject):
    """Names a tool that must be called.

    Attributes:
        type: Type of the tool.
        name: Name of the function, with the type `function`.
    """

    type: str
    name: str | None = None


@for_pydantic
class ResponseToolChoiceDict(TypedDict):
    """The plain dict that `ResponseToolChoice` is made from."""

    type: Required[str]
    """Type of the tool."""
    name: NotRequired[str]
    """Name of the function, with the type `function`."""


# Below the class, because schemas may refer to each other in a circle.
