# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ReasoningDetail`."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ReasoningDetail", "ReasoningDetailDict"]


@model
class ReasoningDetail(JSONObject):
    """A piece of a model's reasoning, in the form of its provider, often with `type` and `text`.
    Do not modify it if it is sent back.
    """


@for_pydantic
class ReasoningDetailDict(TypedDict):
    """The plain dict that `ReasoningDetail` is made from."""


# Below the class, because schemas may refer to each other in a circle.
