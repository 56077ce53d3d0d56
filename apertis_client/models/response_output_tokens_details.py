# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseOutputTokensDetails`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseOutputTokensDetails", "ResponseOutputTokensDetailsDict"]


@model
class ResponseOutputTokensDetails(JSONObject):
    """What kinds of tokens an output has.

    Attributes:
        reasoning_tokens: Tokens of the reasoning.
    """

    reasoning_tokens: int | None = None


@for_pydantic
class ResponseOutputTokensDetailsDict(TypedDict):
    """The plain dict that `ResponseOutputTokensDetails` is made from."""

    reasoning_tokens: NotRequired[int | None]
    """Tokens of the reasoning."""


# Below the class, because schemas may refer to each other in a circle.
