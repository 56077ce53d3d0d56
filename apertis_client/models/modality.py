# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `Modality`."""

from typing import Literal, TypeAlias

Modality: TypeAlias = Literal[
    "audio",
    "text",
]
"""The known kinds of output."""
