# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ContentBlockStartEvent`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    tagged,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ContentBlockStartEvent", "ContentBlockStartEventDict"]


@model
class ContentBlockStartEvent(JSONObject):
    """A block begins.

    Attributes:
        type: Always `content_block_start`.
        index: Which block of the message it is, counted from 0.
        content_block: The block, whose content is still empty.
    """

    type: Literal["content_block_start"] = "content_block_start"
    index: int = promised(default=None)
    content_block: (
        TextBlock
        | ToolUseBlock
        | ThinkingBlock
        | RedactedThinkingBlock
        | OtherContentBlock
    ) = promised(default=None)


@for_pydantic
class ContentBlockStartEventDict(TypedDict):
    """The plain dict that `ContentBlockStartEvent` is made from."""

    type: Required[Literal["content_block_start"]]
    """Always `content_block_start`."""
    index: NotRequired[int | None]
    """Which block of the message it is, counted from 0."""
    content_block: NotRequired[
        TextBlock
        | TextBlockDict
        | ToolUseBlock
        | ToolUseBlockDict
        | ThinkingBlock
        | ThinkingBlockDict
        | RedactedThinkingBlock
        | RedactedThinkingBlockDict
        | OtherContentBlock
        | None
    ]
    """The block, whose content is still empty."""


# Below the class, because schemas may refer to each other in a circle.
from .other_content_block import OtherContentBlock
from .redacted_thinking_block import RedactedThinkingBlock, RedactedThinkingBlockDict
from .text_block import TextBlock, TextBlockDict
from .thinking_block import ThinkingBlock, ThinkingBlockDict
from .tool_use_block import ToolUseBlock, ToolUseBlockDict

set_decoders(
    ContentBlockStartEvent,
    nested={
        "content_block": tagged(
            "type",
            {
                "text": TextBlock,
                "tool_use": ToolUseBlock,
                "thinking": ThinkingBlock,
                "redacted_thinking": RedactedThinkingBlock,
            },
            OtherContentBlock,
        ),
    },
)
