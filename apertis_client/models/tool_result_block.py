# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ToolResultBlock`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    object_of,
    tagged,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ToolResultBlock", "ToolResultBlockDict"]


@model
class ToolResultBlock(JSONObject):
    """What a tool returned.

    Attributes:
        type: Always `tool_result`.
        tool_use_id: Id of the call, from its `tool_use` block.
        content: What the tool returned, as text or as blocks.
        is_error: Whether the tool failed, and `content` says why. Default of the server: false.
        cache_control: Lets the provider cache the conversation up to this block.
    """

    type: Literal["tool_result"] = "tool_result"
    tool_use_id: str
    content: (
        str
        | Sequence[
            TextBlock
            | TextBlockDict
            | ImageBlock
            | ImageBlockDict
            | DocumentBlock
            | DocumentBlockDict
            | ToolUseBlock
            | ToolUseBlockDict
            | ToolResultBlock
            | ToolResultBlockDict
            | ThinkingBlock
            | ThinkingBlockDict
            | RedactedThinkingBlock
            | RedactedThinkingBlockDict
            | OtherContentBlock
        ]
        | Sequence[Any]
        | None
    ) = None
    is_error: bool | None = None
    cache_control: CacheControl | CacheControlDict | None = None


@for_pydantic
class ToolResultBlockDict(TypedDict):
    """The plain dict that `ToolResultBlock` is made from."""

    type: Required[Literal["tool_result"]]
    """Always `tool_result`."""
    tool_use_id: Required[str]
    """Id of the call, from its `tool_use` block."""
    content: NotRequired[
        str
        | Sequence[
            TextBlock
            | TextBlockDict
            | ImageBlock
            | ImageBlockDict
            | DocumentBlock
            | DocumentBlockDict
            | ToolUseBlock
            | ToolUseBlockDict
            | ToolResultBlock
            | ToolResultBlockDict
            | ThinkingBlock
            | ThinkingBlockDict
            | RedactedThinkingBlock
            | RedactedThinkingBlockDict
            | OtherContentBlock
        ]
        | Sequence[Any]
    ]
    """What the tool returned, as text or as blocks."""
    is_error: NotRequired[bool]
    """Whether the tool failed, and `content` says why. Default of the server: false."""
    cache_control: NotRequired[CacheControl | CacheControlDict]
    """Lets the provider cache the conversation up to this block."""


# Below the class, because schemas may refer to each other in a circle.
from .cache_control import CacheControl, CacheControlDict
from .document_block import DocumentBlock, DocumentBlockDict
from .image_block import ImageBlock, ImageBlockDict
from .other_content_block import OtherContentBlock
from .redacted_thinking_block import RedactedThinkingBlock, RedactedThinkingBlockDict
from .text_block import TextBlock, TextBlockDict
from .thinking_block import ThinkingBlock, ThinkingBlockDict
from .tool_use_block import ToolUseBlock, ToolUseBlockDict

set_decoders(
    ToolResultBlock,
    texts={
        "content": list_of(
            tagged(
                "type",
                {
                    "text": TextBlock,
                    "image": ImageBlock,
                    "document": DocumentBlock,
                    "tool_use": ToolUseBlock,
                    "tool_result": ToolResultBlock,
                    "thinking": ThinkingBlock,
                    "redacted_thinking": RedactedThinkingBlock,
                },
                OtherContentBlock,
            )
        ),
    },
    nested={
        "cache_control": object_of(CacheControl),
    },
)
