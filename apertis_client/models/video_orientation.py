# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `VideoOrientation`."""

from typing import Literal, TypeAlias

VideoOrientation: TypeAlias = Literal[
    "landscape",
    "portrait",
]
"""Which side of a video is the longer one."""
