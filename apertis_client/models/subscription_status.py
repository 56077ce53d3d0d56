# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `SubscriptionStatus`."""

from typing import Literal, TypeAlias

SubscriptionStatus: TypeAlias = Literal[
    "active",
    "cancelled",
    "suspended",
]
"""The known states of a subscription."""
