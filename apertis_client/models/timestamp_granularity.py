# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `TimestampGranularity`."""

from typing import Literal, TypeAlias

TimestampGranularity: TypeAlias = Literal[
    "segment",
    "word",
]
"""What can be given times."""
