# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ResponseVerbosity`."""

from typing import Literal, TypeAlias

ResponseVerbosity: TypeAlias = Literal[
    "concise",
    "normal",
    "verbose",
]
"""Degrees of length in words of the gateway."""
