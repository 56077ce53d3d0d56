# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ServiceTier`."""

from typing import Literal, TypeAlias

ServiceTier: TypeAlias = Literal[
    "auto",
    "default",
    "fast",
    "flex",
    "priority",
    "scale",
]
"""The known classes of service."""
