# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseOutputRefusal`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseOutputRefusal", "ResponseOutputRefusalDict"]


@model
class ResponseOutputRefusal(JSONObject):
    """A refusal of the model.

    Attributes:
        type: Always `refusal`.
        refusal: What the model says in place of an answer.
    """

    type: Literal["refusal"] = "refusal"
    refusal: str


@for_pydantic
class ResponseOutputRefusalDict(TypedDict):
    """The plain dict that `ResponseOutputRefusal` is made from."""

    type: Required[Literal["refusal"]]
    """Always `refusal`."""
    refusal: Required[str]
    """What the model says in place of an answer."""


# Below the class, because schemas may refer to each other in a circle.
