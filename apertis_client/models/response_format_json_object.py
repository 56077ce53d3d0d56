# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseFormatJSONObject`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseFormatJSONObject", "ResponseFormatJSONObjectDict"]


@model
class ResponseFormatJSONObject(JSONObject):
    """The answer is a JSON object. Say so in a message too, and say what goes into it.

    Attributes:
        type: Always `json_object`.
    """

    type: Literal["json_object"] = "json_object"


@for_pydantic
class ResponseFormatJSONObjectDict(TypedDict):
    """The plain dict that `ResponseFormatJSONObject` is made from."""

    type: Required[Literal["json_object"]]
    """Always `json_object`."""


# Below the class, because schemas may refer to each other in a circle.
