# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `TextContentPart`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    Literal,
    NotRequired,
    Required,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
    is_object,
    model,
)

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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if _PLAIN.issuperset(members):
            return self
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("prompt_cache_breakpoint")
        if value is not None:
            members["prompt_cache_breakpoint"] = (
                PromptCacheBreakpoint.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "text",
        "prompt_cache_breakpoint",
    ]
)
_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "text",
    ]
)


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


# Below the class: schemas may refer to each other in a circle.
from .prompt_cache_breakpoint import PromptCacheBreakpoint, PromptCacheBreakpointDict
