# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `PaygCredits`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["PaygCredits", "PaygCreditsDict"]


@model
class PaygCredits(JSONObject):
    """The balance of a key for pay as you go.

    Attributes:
        remaining_usd: What is left, in US dollars; null where there is no limit.
        used_usd: What was spent, in US dollars.
        total_usd: What there was to spend, in US dollars; null where there is no limit.
        is_unlimited: Whether there is no limit.
        monthly_limit_usd: What may be spent in a month, in US dollars.
        monthly_used_usd: What was spent in this month, in US dollars.
        monthly_reset_day: Day of the month on which counting begins anew.
    """

    remaining_usd: float | None = None
    used_usd: float | None = None
    total_usd: float | None = None
    is_unlimited: bool | None = None
    monthly_limit_usd: float | None = None
    monthly_used_usd: float | None = None
    monthly_reset_day: int | None = None


@for_pydantic
class PaygCreditsDict(TypedDict):
    """The plain dict that `PaygCredits` is made from."""

    remaining_usd: NotRequired[float | None]
    """What is left, in US dollars; null where there is no limit."""
    used_usd: NotRequired[float | None]
    """What was spent, in US dollars."""
    total_usd: NotRequired[float | None]
    """What there was to spend, in US dollars; null where there is no limit."""
    is_unlimited: NotRequired[bool | None]
    """Whether there is no limit."""
    monthly_limit_usd: NotRequired[float | None]
    """What may be spent in a month, in US dollars."""
    monthly_used_usd: NotRequired[float | None]
    """What was spent in this month, in US dollars."""
    monthly_reset_day: NotRequired[int | None]
    """Day of the month on which counting begins anew."""


# Below the class, because schemas may refer to each other in a circle.
