# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `SubscriptionPlan`."""

from typing import Literal, TypeAlias

SubscriptionPlan: TypeAlias = Literal[
    "lite",
    "max",
    "pro",
]
"""The known plans of a subscription."""
