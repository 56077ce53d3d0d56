# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `BillingCredits`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.response import ResponseModel

__all__ = ["BillingCredits", "BillingCreditsDict"]


@model
class BillingCredits(ResponseModel):
    """What a key has left to spend.

    Attributes:
        object: Kind of object, `billing_credits`.
        is_subscriber: Whether the key has a subscription.
        payg: The balance for pay as you go.
        subscription: The subscription, for subscribers.
    """

    object: str | None = None
    is_subscriber: bool | None = None
    payg: PaygCredits = promised(default=None)
    subscription: SubscriptionCredits | None = None


@for_pydantic
class BillingCreditsDict(TypedDict):
    """The plain dict that `BillingCredits` is made from."""

    object: NotRequired[str | None]
    """Kind of object, `billing_credits`."""
    is_subscriber: NotRequired[bool | None]
    """Whether the key has a subscription."""
    payg: NotRequired[PaygCredits | PaygCreditsDict | None]
    """The balance for pay as you go."""
    subscription: NotRequired[SubscriptionCredits | SubscriptionCreditsDict | None]
    """The subscription, for subscribers."""


# Below the class, because schemas may refer to each other in a circle.
from .payg_credits import PaygCredits, PaygCreditsDict
from .subscription_credits import SubscriptionCredits, SubscriptionCreditsDict

set_decoders(
    BillingCredits,
    nested={
        "payg": object_of(PaygCredits),
        "subscription": object_of(SubscriptionCredits),
    },
)
