# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.
"""The known values of `ResponseItemStatus`."""

from typing import Literal, TypeAlias

ResponseItemStatus: TypeAlias = Literal[
    "completed",
    "in_progress",
    "incomplete",
]
"""How far an item is."""
