# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `RecommendedAlternative`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["RecommendedAlternative", "RecommendedAlternativeDict"]


@model
class RecommendedAlternative(JSONObject):
    """Another model that would do.

    Attributes:
        model: Id of the model, to be given as `model`.
        input_price_per_1m: Price of a million tokens of the request, in US dollars.
        note: What speaks for it, for people.
    """

    model: str = promised(default=None)
    input_price_per_1m: float | None = None
    note: str | None = None


@for_pydantic
class RecommendedAlternativeDict(TypedDict):
    """The plain dict that `RecommendedAlternative` is made from."""

    model: NotRequired[str | None]
    """Id of the model, to be given as `model`."""
    input_price_per_1m: NotRequired[float | None]
    """Price of a million tokens of the request, in US dollars."""
    note: NotRequired[str | None]
    """What speaks for it, for people."""


# Below the class, because schemas may refer to each other in a circle.
