# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `Verbosity`."""

from typing import Literal, TypeAlias

Verbosity: TypeAlias = Literal[
    "high",
    "low",
    "medium",
]
"""The known degrees of length."""
