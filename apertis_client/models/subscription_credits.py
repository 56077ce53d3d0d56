# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `SubscriptionCredits`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["SubscriptionCredits", "SubscriptionCreditsDict"]


@model
class SubscriptionCredits(JSONObject):
    """What a subscription has left in its cycle.

    Attributes:
        plan_type: The plan.
        status: Whether it runs.
        cycle_quota_limit: Quota of the cycle.
        cycle_quota_used: What of the quota is used.
        cycle_quota_remaining: What of the quota is left.
        cycle_start: When the cycle began, in ISO 8601.
        cycle_end: When the cycle ends, in ISO 8601.
        payg_fallback_enabled: Whether pay as you go steps in where the quota is used up.
        payg_spent_usd: What was spent so in this cycle, in US dollars.
        payg_limit_usd: What may be spent so in a cycle, in US dollars.
    """

    plan_type: SubscriptionPlan | str | None = None
    status: SubscriptionStatus | str | None = None
    cycle_quota_limit: float | None = None
    cycle_quota_used: float | None = None
    cycle_quota_remaining: float | None = None
    cycle_start: str | None = None
    cycle_end: str | None = None
    payg_fallback_enabled: bool | None = None
    payg_spent_usd: float | None = None
    payg_limit_usd: float | None = None


@for_pydantic
class SubscriptionCreditsDict(TypedDict):
    """The plain dict that `SubscriptionCredits` is made from."""

    plan_type: NotRequired[SubscriptionPlan | str | None]
    """The plan."""
    status: NotRequired[SubscriptionStatus | str | None]
    """Whether it runs."""
    cycle_quota_limit: NotRequired[float | None]
    """Quota of the cycle."""
    cycle_quota_used: NotRequired[float | None]
    """What of the quota is used."""
    cycle_quota_remaining: NotRequired[float | None]
    """What of the quota is left."""
    cycle_start: NotRequired[str | None]
    """When the cycle began, in ISO 8601."""
    cycle_end: NotRequired[str | None]
    """When the cycle ends, in ISO 8601."""
    payg_fallback_enabled: NotRequired[bool | None]
    """Whether pay as you go steps in where the quota is used up."""
    payg_spent_usd: NotRequired[float | None]
    """What was spent so in this cycle, in US dollars."""
    payg_limit_usd: NotRequired[float | None]
    """What may be spent so in a cycle, in US dollars."""


# Below the class, because schemas may refer to each other in a circle.
from .subscription_plan import SubscriptionPlan
from .subscription_status import SubscriptionStatus
