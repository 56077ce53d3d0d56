# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ModelTier`."""

from typing import Literal, TypeAlias

ModelTier: TypeAlias = Literal[
    "free",
    "lite",
    "max",
    "pro",
]
"""The known plans."""
