# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `WebContentLength`."""

from typing import Literal, TypeAlias

WebContentLength: TypeAlias = Literal[
    "full",
    "medium",
    "short",
]
"""The known amounts of text per web result."""
