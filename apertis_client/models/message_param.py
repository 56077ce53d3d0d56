# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `MessageParam`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    tagged,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["MessageParam", "MessageParamDict"]


@model
class MessageParam(JSONObject):
    """A message of a conversation.

    Attributes:
        role: Who speaks.
        content: What is said, as text or as blocks. The `content` of an answer can be sent
            back.
    """

    role: MessageRole | str
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
    )


@for_pydantic
class MessageParamDict(TypedDict):
    """The plain dict that `MessageParam` is made from."""

    role: Required[MessageRole | str]
    """Who speaks."""
    content: Required[
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
    """What is said, as text or as blocks. The `content` of an answer can be sent back."""


# Below the class, because schemas may refer to each other in a circle.
from .document_block import DocumentBlock, DocumentBlockDict
from .image_block import ImageBlock, ImageBlockDict
from .message_role import MessageRole
from .other_content_block import OtherContentBlock
from .redacted_thinking_block import RedactedThinkingBlock, RedactedThinkingBlockDict
from .text_block import TextBlock, TextBlockDict
from .thinking_block import ThinkingBlock, ThinkingBlockDict
from .tool_result_block import ToolResultBlock, ToolResultBlockDict
from .tool_use_block import ToolUseBlock, ToolUseBlockDict

set_decoders(
    MessageParam,
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
)
