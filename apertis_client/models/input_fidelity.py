# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `InputFidelity`."""

from typing import Literal, TypeAlias

InputFidelity: TypeAlias = Literal[
    "high",
    "low",
]
"""How closely a changed image keeps to the ones it is made of."""
