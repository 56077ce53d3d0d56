"""Parses the text and the arguments of completions into types of the application."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from apertis_client.models.chat_completion_message import ChatCompletionMessage
from apertis_client.models.function import Function

from .._answers.parsing import (
    ArgumentsParser,
    LenientParser,
    OutputFormat,
    each_object,
    parse_arguments,
    parse_content,
    remade,
)
from .._errors.tree import (
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    StructuredOutputError,
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
        self._is_strict = response_format is not None or any(
            not isinstance(parser, LenientParser) for parser in parsers.values()
        )

    def choice(self, choice: ChatCompletionChoice) -> ParsedChatCompletionChoice[T]:
        if self._is_strict and is_cut(choice.finish_reason):
            error, cause = _CUT[str(choice.finish_reason)]
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
        instead = message.refusal, message.tool_calls, message.function_call, message.audio
        if self._format is not None and not text and not any(instead):
            raise StructuredOutputError("the answer is empty", completion=self._completion, text="")
        try:
            parsed.parsed = parse_content(
                text, self._format, refusal=message.refusal, calls=message.tool_calls
            )
        except ValueError as error:
            raise self._misfit("the answer does not fit the type", error, text) from error
        return parsed

    def _call(self, call: ToolCall) -> ParsedToolCall:
        function: Any = call.function
        if isinstance(function, Function):
            function = self._function(function)
        return remade(ParsedToolCall, call, function=function)

    def _function(self, function: Function) -> ParsedFunction:
        parsed = remade(ParsedFunction, function)
        text = arguments_text(function.arguments) or ""
        try:
            parsed.parsed_arguments = parse_arguments(text, self._parsers.get(str(function.name)))
        except ValueError as error:
            about = f"the arguments do not fit the tool {function.name}"
            raise self._misfit(about, error, text) from error
        return parsed

    def _misfit(self, about: str, error: ValueError, text: str) -> StructuredOutputError:
        return StructuredOutputError(f"{about}: {error}", completion=self._completion, text=text)


def is_cut(finish_reason: object) -> bool:
    """Return whether a choice with this finish reason was cut off."""
    return isinstance(finish_reason, str) and finish_reason in _CUT


_CUT: Final = {
    "length": (LengthFinishReasonError, "at the token limit"),
    "max_tokens": (LengthFinishReasonError, "at the token limit"),  # so called by some upstreams
    "content_filter": (ContentFilterFinishReasonError, "by a content filter"),
}
