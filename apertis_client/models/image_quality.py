# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ImageQuality`."""

from typing import Literal, TypeAlias

ImageQuality: TypeAlias = Literal[
    "auto",
    "hd",
    "high",
    "low",
    "medium",
    "standard",
]
"""How much care is taken over an image."""
