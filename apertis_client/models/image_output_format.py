# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ImageOutputFormat`."""

from typing import Literal, TypeAlias

ImageOutputFormat: TypeAlias = Literal[
    "jpeg",
    "png",
    "webp",
]
"""The known formats of images."""
