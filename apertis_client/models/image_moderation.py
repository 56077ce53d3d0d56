# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ImageModeration`."""

from typing import Literal, TypeAlias

ImageModeration: TypeAlias = Literal[
    "auto",
    "low",
]
"""How strictly images are moderated."""
