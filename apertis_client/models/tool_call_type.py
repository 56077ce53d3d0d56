# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ToolCallType`."""

from typing import Literal, TypeAlias

ToolCallType: TypeAlias = Literal[
    "custom",
    "function",
]
"""The known kinds of tool."""
