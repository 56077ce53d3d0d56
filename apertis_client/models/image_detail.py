# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ImageDetail`."""

from typing import Literal, TypeAlias

ImageDetail: TypeAlias = Literal[
    "auto",
    "high",
    "low",
]
"""How closely a model looks at an image: `low` or `high` resolution, or `auto` to let the model
decide.
"""
