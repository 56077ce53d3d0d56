"""Messages whose text and tool input have been parsed into types of the application.

The classes are those of the API with one attribute more. The members hold what the model sent, as
in any message; the parsed value is not a member and is never sent.
"""

from __future__ import annotations

from typing import Any, Generic, TypeAlias, TypeVar

from apertis_client.models.message import Message
from apertis_client.models.other_content_block import OtherContentBlock
from apertis_client.models.redacted_thinking_block import RedactedThinkingBlock
from apertis_client.models.text_block import TextBlock
from apertis_client.models.thinking_block import ThinkingBlock
from apertis_client.models.tool_use_block import ToolUseBlock

from .._answers.parsing import Parsed

__all__ = ["ParsedContentBlock", "ParsedMessage", "ParsedToolUseBlock"]

T = TypeVar("T")


class ParsedToolUseBlock(Parsed, ToolUseBlock):
    """A call of a tool, with its input parsed.

    Attributes:
        parsed_input: The input as the types of the tool; None if not parsed, and in a tool run
            where it does not fit.
    """

    __slots__ = ("parsed_input",)

    parsed_input: Any


ParsedContentBlock: TypeAlias = (
    TextBlock | ParsedToolUseBlock | ThinkingBlock | RedactedThinkingBlock | OtherContentBlock
)
"""A block of a parsed message; its `type` tells which."""


class ParsedMessage(Parsed, Message, Generic[T]):
    """A message that the model wrote, with its text parsed.

    Attributes:
        parsed: What the text says; None where the model refused, or calls tools instead.
    """

    __slots__ = ("parsed",)

    parsed: T | None
    # Narrower than in the base class; this is safe where it is only read.
    content: list[ParsedContentBlock]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleVariableOverride]
