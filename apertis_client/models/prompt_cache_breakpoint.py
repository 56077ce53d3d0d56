# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `PromptCacheBreakpoint`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["PromptCacheBreakpoint", "PromptCacheBreakpointDict"]


@model
class PromptCacheBreakpoint(JSONObject):
    """Marks the end of what the provider's prompt cache keeps.

    Attributes:
        mode: The kind of mark. The only known one is `explicit`.
    """

    mode: str | None = None


@for_pydantic
class PromptCacheBreakpointDict(TypedDict):
    """The plain dict that `PromptCacheBreakpoint` is made from."""

    mode: NotRequired[str]
    """The kind of mark. The only known one is `explicit`."""


# Below the class, because schemas may refer to each other in a circle.
