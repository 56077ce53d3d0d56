# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `VideoAspectRatio`."""

from typing import Literal, TypeAlias

VideoAspectRatio: TypeAlias = Literal[
    "16:9",
    "9:16",
]
"""The known ratios of width to height."""
