# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `Recommendation`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    list_of,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.response import ResponseModel

__all__ = ["Recommendation", "RecommendationDict"]


@model
class Recommendation(ResponseModel):
    """The model that suits a task.

    Attributes:
        model: Id of the model, to be given as `model`.
        task: The task that was asked for.
        budget: The budget that was asked for.
        input_price_per_1m: Price of a million tokens of the request, in US dollars.
        output_price_per_1m: Price of a million generated tokens, in US dollars.
        reason: Why it is recommended, for people.
        alternatives: Other models that would do, at most two.
    """

    model: str = promised(default=None)
    task: str | None = None
    budget: str | None = None
    input_price_per_1m: float | None = None
    output_price_per_1m: float | None = None
    reason: str | None = None
    alternatives: list[RecommendedAlternative] | None = None


@for_pydantic
class RecommendationDict(TypedDict):
    """The plain dict that `Recommendation` is made from."""

    model: NotRequired[str | None]
    """Id of the model, to be given as `model`."""
    task: NotRequired[str | None]
    """The task that was asked for."""
    budget: NotRequired[str | None]
    """The budget that was asked for."""
    input_price_per_1m: NotRequired[float | None]
    """Price of a million tokens of the request, in US dollars."""
    output_price_per_1m: NotRequired[float | None]
    """Price of a million generated tokens, in US dollars."""
    reason: NotRequired[str | None]
    """Why it is recommended, for people."""
    alternatives: NotRequired[
        Sequence[RecommendedAlternative | RecommendedAlternativeDict] | None
    ]
    """Other models that would do, at most two."""


# Below the class, because schemas may refer to each other in a circle.
from .recommended_alternative import RecommendedAlternative, RecommendedAlternativeDict

set_decoders(
    Recommendation,
    nested={
        "alternatives": list_of(object_of(RecommendedAlternative)),
    },
)
