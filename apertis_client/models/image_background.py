# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ImageBackground`."""

from typing import Literal, TypeAlias

ImageBackground: TypeAlias = Literal[
    "auto",
    "opaque",
    "transparent",
]
"""The known backgrounds of images."""
