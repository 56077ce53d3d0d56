# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `TextContentPart`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["TextContentPart", "TextContentPartDict"]


@model
class TextContentPart(JSONObject):
    """A piece of text.

    Attributes:
        type: Always `text`.
        text: The text.
        prompt_cache_breakpoint: Ends the part of the prompt that the provider's prompt cache
            keeps. For OpenAI models.
    """

    type: Literal["text"] = "text"
    text: str
    prompt_cache_breakpoint: (
        PromptCacheBreakpoint | PromptCacheBreakpointDict | None
    ) = None


@for_pydantic
class TextContentPartDict(TypedDict):
    """The plain dict that `TextContentPart` is made from."""

    type: Required[Literal["text"]]
    """Always `text`."""
    text: Required[str]
    """The text."""
    prompt_cache_breakpoint: NotRequired[
        PromptCacheBreakpoint | PromptCacheBreakpointDict
    ]
    """Ends the part of the prompt that the provider's prompt cache keeps. For OpenAI models."""


# Below the class, because schemas may refer to each other in a circle.
from .prompt_cache_breakpoint import PromptCacheBreakpoint, PromptCacheBreakpointDict

set_decoders(
    TextContentPart,
    nested={
        "prompt_cache_breakpoint": object_of(PromptCacheBreakpoint),
    },
)
