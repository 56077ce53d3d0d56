# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `MessageRole`."""

from typing import Literal, TypeAlias

MessageRole: TypeAlias = Literal[
    "assistant",
    "user",
]
"""The known speakers."""
