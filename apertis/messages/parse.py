"""Parses the text and the tool input of messages into types of the application."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from apertis_client._runtime.arguments_text import arguments_text
from apertis_client.models.text_block import TextBlock
from apertis_client.models.tool_use_block import ToolUseBlock

from .._answers.parsing import AnswerParser, each_object, instances, remade
from .parsed import ParsedMessage, ParsedToolUseBlock

if TYPE_CHECKING:
    from apertis_client.models.message import Message

__all__ = ["MessageParser", "parse_block"]

T = TypeVar("T")


class MessageParser(AnswerParser[T]):
    """The `AnswerParser` of messages."""

    def read(self, answer: Message) -> ParsedMessage[T]:
        """Return a message with its text and its tool input parsed."""
        self.check_whole(answer.stop_reason, answer)
        read = partial(parse_block, parse=partial(self.checked_arguments, answer=answer))
        parsed = remade(ParsedMessage[T], answer, content=each_object(answer.content, read))
        parsed.parsed = self.checked_content(
            self.text(answer),
            answer=answer,
            refusal=answer.stop_reason == "refusal",
            calls=instances(answer.content, ToolUseBlock),
        )
        return parsed

    def text(self, answer: Message) -> str:
        """Return the text of all text blocks, one after the other."""
        return "".join(block.text or "" for block in instances(answer.content, TextBlock))


def parse_block(block: Any, parse: Callable[[object, str], Any]) -> Any:
    """Return a block with its input parsed by `parse`, given the name of the tool and the input."""
    if not isinstance(block, ToolUseBlock):
        return block
    made = remade(ParsedToolUseBlock, block)
    made.parsed_input = parse(block.name, arguments_text(block.input))
    return made
