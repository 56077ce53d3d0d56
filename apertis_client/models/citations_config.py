# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `CitationsConfig`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["CitationsConfig", "CitationsConfigDict"]


@model
class CitationsConfig(JSONObject):
    """Whether an answer has citations.

    Attributes:
        enabled: Whether it has.
    """

    enabled: bool | None = None


@for_pydantic
class CitationsConfigDict(TypedDict):
    """The plain dict that `CitationsConfig` is made from."""

    enabled: NotRequired[bool]
    """Whether it has."""


# Below the class, because schemas may refer to each other in a circle.
