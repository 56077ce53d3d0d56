# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ImageResponseFormat`."""

from typing import Literal, TypeAlias

ImageResponseFormat: TypeAlias = Literal[
    "b64_json",
    "url",
]
"""How images are sent."""
