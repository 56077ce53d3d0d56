# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `RefusalContentPart`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["RefusalContentPart", "RefusalContentPartDict"]


@model
class RefusalContentPart(JSONObject):
    """What the model said when it refused to answer. Only in assistant messages.

    Attributes:
        type: Always `refusal`.
        refusal: The text of the refusal.
    """

    type: Literal["refusal"] = "refusal"
    refusal: str


@for_pydantic
class RefusalContentPartDict(TypedDict):
    """The plain dict that `RefusalContentPart` is made from."""

    type: Required[Literal["refusal"]]
    """Always `refusal`."""
    refusal: Required[str]
    """The text of the refusal."""


# Below the class, because schemas may refer to each other in a circle.
