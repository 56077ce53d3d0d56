# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `BlockSourceType`."""

from typing import Literal, TypeAlias

BlockSourceType: TypeAlias = Literal[
    "base64",
    "text",
    "url",
]
"""The known kinds of source."""
