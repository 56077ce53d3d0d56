# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `VideoSize`."""

from typing import Literal, TypeAlias

VideoSize: TypeAlias = Literal[
    "large",
    "small",
]
"""How large a video of Sora is."""
