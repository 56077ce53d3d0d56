"""Parses the text and the arguments of completions into types of the application."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from apertis_client.models.chat_completion_message import ChatCompletionMessage
from apertis_client.models.function import Function

from .._answers.parsing import (
    ArgumentsParser,
    OutputFormat,
    checked_arguments,
    checked_content,
    each_object,
    is_strict,
    remade,
)
from .._errors.tree import (
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
)
from .parsed import (
    ParsedChatCompletion,
    ParsedChatCompletionChoice,
    ParsedChatCompletionMessage,
    ParsedFunction,
    ParsedToolCall,
)
from .text import arguments_text, content_text

if TYPE_CHECKING:
    from apertis_client.models.chat_completion import ChatCompletion
    from apertis_client.models.chat_completion_choice import ChatCompletionChoice
    from apertis_client.models.tool_call import ToolCall

__all__ = ["is_cut", "parse_completion"]

T = TypeVar("T")


def parse_completion(
    completion: ChatCompletion,
    response_format: OutputFormat[T] | None,
    parsers: Mapping[str, ArgumentsParser],
) -> ParsedChatCompletion[T]:
    """Return a completion with its text, and the arguments of its tool calls, parsed.

    The members are shared, not copied. `parsers` has the functions whose arguments are parsed, by
    name. Where neither a format nor a parser is given, nothing is parsed and nothing raised.

    Raises:
        LengthFinishReasonError: a choice was cut off at the token limit.
        ContentFilterFinishReasonError: a choice was cut off by a content filter.
        StructuredOutputError: a text or an argument is complete and does not fit, or there is no
            text, no refusal and no tool call.
    """
    reader = _Reader(completion, response_format, parsers)
    choices = each_object(completion.choices, reader.choice)
    return remade(ParsedChatCompletion[T], completion, choices=choices)


class _Reader(Generic[T]):
    """Reads the choices of one completion."""

    def __init__(
        self,
        completion: ChatCompletion,
        response_format: OutputFormat[T] | None,
        parsers: Mapping[str, ArgumentsParser],
    ) -> None:
        self._completion = completion
        self._format = response_format
        self._parsers = parsers
        self._is_strict = is_strict(response_format, parsers)

    def choice(self, choice: ChatCompletionChoice) -> ParsedChatCompletionChoice[T]:
        if self._is_strict and (cut := cut_by(choice.finish_reason)):
            error, cause = cut
            raise error(f"structured output was cut off {cause}", completion=self._completion)
        message: Any = choice.message
        if isinstance(message, ChatCompletionMessage):
            message = self._message(message)
        return remade(ParsedChatCompletionChoice[T], choice, message=message)

    def _message(self, message: ChatCompletionMessage) -> ParsedChatCompletionMessage[T]:
        calls = each_object(message.tool_calls, self._call)
        parsed = remade(ParsedChatCompletionMessage[T], message, tool_calls=calls)
        text = content_text(message.content)
        if text is None and self._format is not None:
            text = arguments_text(message.content)  # the object itself, here too
        text = text or ""
        parsed.parsed = checked_content(
            text,
            self._format,
            completion=self._completion,
            refusal=message.refusal,
            calls=message.tool_calls,
            instead=message.function_call or message.audio,
        )
        return parsed

    def _call(self, call: ToolCall) -> ParsedToolCall:
        function: Any = call.function
        if isinstance(function, Function):
            function = self._function(function)
        return remade(ParsedToolCall, call, function=function)

    def _function(self, function: Function) -> ParsedFunction:
        parsed = remade(ParsedFunction, function)
        text = arguments_text(function.arguments) or ""
        parsed.parsed_arguments = checked_arguments(
            function.name, text, self._parsers.get(str(function.name)), completion=self._completion
        )
        return parsed


def is_cut(finish_reason: object) -> bool:
    """Return whether a choice with this finish reason was cut off."""
    return cut_by(finish_reason) is not None


def cut_by(finish_reason: object) -> tuple[type[_CutError], str] | None:
    """Return the exception for a choice that was cut off, and in words by what; else None."""
    return _CUT.get(finish_reason.lower()) if isinstance(finish_reason, str) else None


_CutError = LengthFinishReasonError | ContentFilterFinishReasonError
# The finish reasons of the spec, and those that Gemini, Mistral and others are known to send.
_CUT: Mapping[str, tuple[type[_CutError], str]] = {
    **dict.fromkeys(
        ("length", "max_tokens", "max_output_tokens", "model_length"),
        (LengthFinishReasonError, "at the token limit"),
    ),
    **dict.fromkeys(
        ("content_filter", "safety", "recitation", "blocklist", "prohibited_content", "spii"),
        (ContentFilterFinishReasonError, "by a content filter"),
    ),
}
