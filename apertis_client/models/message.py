# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `Message`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    list_of,
    object_of,
    tagged,
)
from .._runtime.message_methods import MessageMethods
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.response import ResponseModel

__all__ = ["Message", "MessageDict"]


@model
class Message(MessageMethods, ResponseModel):
    """The model's answer to a conversation.

    Attributes:
        id: Id of the message.
        type: Kind of object, always `message`.
        role: Who speaks, always `assistant`.
        content: What the model answers, as a list of blocks.
        model: Id of the model that answered.
        stop_reason: Why the model stopped; null while it has not.
        stop_sequence: Which of `stop_sequences` the model stopped at, if it did.
        usage: How many tokens it took.
    """

    id: str = promised(default=None)
    type: str | None = None
    role: str | None = None
    content: list[
        TextBlock
        | ToolUseBlock
        | ThinkingBlock
        | RedactedThinkingBlock
        | OtherContentBlock
    ] = promised(default=None)
    model: str = promised(default=None)
    stop_reason: StopReason | str | None = None
    stop_sequence: str | None = None
    usage: MessageUsage = promised(default=None)


@for_pydantic
class MessageDict(TypedDict):
    """The plain dict that `Message` is made from."""

    id: NotRequired[str | None]
    """Id of the message."""
    type: NotRequired[str | None]
    """Kind of object, always `message`."""
    role: NotRequired[str | None]
    """Who speaks, always `assistant`."""
    content: NotRequired[
        Sequence[
            TextBlock
            | TextBlockDict
            | ToolUseBlock
            | ToolUseBlockDict
            | ThinkingBlock
            | ThinkingBlockDict
            | RedactedThinkingBlock
            | RedactedThinkingBlockDict
            | OtherContentBlock
        ]
        | None
    ]
    """What the model answers, as a list of blocks."""
    model: NotRequired[str | None]
    """Id of the model that answered."""
    stop_reason: NotRequired[StopReason | str | None]
    """Why the model stopped; null while it has not."""
    stop_sequence: NotRequired[str | None]
    """Which of `stop_sequences` the model stopped at, if it did."""
    usage: NotRequired[MessageUsage | MessageUsageDict | None]
    """How many tokens it took."""


# Below the class, because schemas may refer to each other in a circle.
from .message_usage import MessageUsage, MessageUsageDict
from .other_content_block import OtherContentBlock
from .redacted_thinking_block import RedactedThinkingBlock, RedactedThinkingBlockDict
from .stop_reason import StopReason
from .text_block import TextBlock, TextBlockDict
from .thinking_block import ThinkingBlock, ThinkingBlockDict
from .tool_use_block import ToolUseBlock, ToolUseBlockDict

set_decoders(
    Message,
    nested={
        "content": list_of(
            tagged(
                "type",
                {
                    "text": TextBlock,
                    "tool_use": ToolUseBlock,
                    "thinking": ThinkingBlock,
                    "redacted_thinking": RedactedThinkingBlock,
                },
                OtherContentBlock,
            )
        ),
        "usage": object_of(MessageUsage),
    },
)
