# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `InputJSONDelta`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["InputJSONDelta", "InputJSONDeltaDict"]


@model
class InputJSONDelta(JSONObject):
    """More of the input of a tool.

    Attributes:
        type: Always `input_json_delta`.
        partial_json: The next piece of the JSON text of the input.
    """

    type: Literal["input_json_delta"] = "input_json_delta"
    partial_json: str = promised(default=None)


@for_pydantic
class InputJSONDeltaDict(TypedDict):
    """The plain dict that `InputJSONDelta` is made from."""

    type: Required[Literal["input_json_delta"]]
    """Always `input_json_delta`."""
    partial_json: NotRequired[str | None]
    """The next piece of the JSON text of the input."""


# Below the class, because schemas may refer to each other in a circle.
