# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ResponseRole`."""

from typing import Literal, TypeAlias

ResponseRole: TypeAlias = Literal[
    "assistant",
    "developer",
    "system",
    "user",
]
"""The known speakers."""
