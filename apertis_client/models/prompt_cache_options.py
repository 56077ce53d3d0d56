# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `PromptCacheOptions`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["PromptCacheOptions", "PromptCacheOptionsDict"]


@model
class PromptCacheOptions(JSONObject):
    """How the provider's prompt cache treats the prompt.

    Attributes:
        ttl: How long the prompt is kept. The only known value is `30m`.
        mode: Who decides what is kept.
    """

    ttl: str | None = None
    mode: PromptCacheMode | str | None = None


@for_pydantic
class PromptCacheOptionsDict(TypedDict):
    """The plain dict that `PromptCacheOptions` is made from."""

    ttl: NotRequired[str]
    """How long the prompt is kept. The only known value is `30m`."""
    mode: NotRequired[PromptCacheMode | str]
    """Who decides what is kept."""


# Below the class, because schemas may refer to each other in a circle.
from .prompt_cache_mode import PromptCacheMode
