"""Parses the text and the tool input of messages into types of the application."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

from apertis_client._runtime.json_object import JSONObject, is_array
from apertis_client.models.text_block import TextBlock
from apertis_client.models.tool_use_block import ToolUseBlock

from .._answers.parsing import (
    ArgumentsParser,
    OutputFormat,
    checked_content,
    each_object,
    is_strict,
    parse_arguments,
    remade,
)
from .._errors.tree import LengthFinishReasonError, StructuredOutputError
from .parsed import ParsedMessage, ParsedToolUseBlock

if TYPE_CHECKING:
    from apertis_client.models.message import Message

__all__ = ["blocks_of", "input_text", "is_cut", "message_text", "parse_block", "parse_message"]

T = TypeVar("T")
B = TypeVar("B", bound=JSONObject)

_CUT: Final = ("max_tokens", "model_context_window_exceeded")


def parse_message(
    message: Message,
    response_format: OutputFormat[T] | None,
    parsers: Mapping[str, ArgumentsParser],
) -> ParsedMessage[T]:
    """Return a message with its text, and the input of its tool calls, parsed.

    The members are shared, not copied. `parsers` has the tools whose input is parsed, by name.
    Where neither a format nor a parser is given, nothing is parsed and nothing raised.

    Raises:
        LengthFinishReasonError: the message was cut off at the token limit.
        StructuredOutputError: a text or an input is complete and does not fit, or there is no text,
            no refusal and no tool call.
    """
    if is_strict(response_format, parsers) and is_cut(message):
        cut = "structured output was cut off at the token limit"
        raise LengthFinishReasonError(cut, completion=message)

    def read(block: Any) -> Any:
        try:
            return parse_block(block, parsers)
        except ValueError as error:
            about = f"the input does not fit the tool {block.name}: {error}"
            text = input_text(block)
            raise StructuredOutputError(about, completion=message, text=text) from error

    parsed = remade(ParsedMessage[T], message, content=each_object(message.content, read))
    text, calls = message_text(message), blocks_of(message, ToolUseBlock)
    refusal = message.stop_reason == "refusal"
    parsed.parsed = checked_content(
        text, response_format, completion=message, refusal=refusal, calls=calls
    )
    return parsed


def parse_block(block: Any, parsers: Mapping[str, ArgumentsParser]) -> Any:
    """Return a block with its input parsed; raises `ValueError` where it does not fit."""
    if not isinstance(block, ToolUseBlock):
        return block
    made = remade(ParsedToolUseBlock, block)
    made.parsed_input = parse_arguments(input_text(block), parsers.get(block.name))
    return made


def is_cut(message: Message) -> bool:
    """Return whether a message was cut off at the token limit."""
    return message.stop_reason in _CUT


def message_text(message: Message) -> str:
    """Return the text of all text blocks of a message."""
    return "".join(block.text or "" for block in blocks_of(message, TextBlock))


def blocks_of(message: Message, kind: type[B]) -> list[B]:
    """Return the blocks of a message that are of a class."""
    content: Any = message.content
    return [b for b in content if isinstance(b, kind)] if is_array(content) else []


def input_text(block: ToolUseBlock) -> str:
    """Return the input of a tool as JSON text; what is no JSON is text as it came."""
    given: Any = block.input
    if isinstance(given, str):
        return given
    return "" if given is None else json.dumps(given, ensure_ascii=False)
