# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `FunctionCallMode`."""

from typing import Literal, TypeAlias

FunctionCallMode: TypeAlias = Literal[
    "auto",
    "none",
]
"""Whether a function is called: `none` never, `auto` as the model sees fit."""
