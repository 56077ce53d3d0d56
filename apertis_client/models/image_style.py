# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ImageStyle`."""

from typing import Literal, TypeAlias

ImageStyle: TypeAlias = Literal[
    "natural",
    "vivid",
]
"""How far an image goes beyond what is natural."""
