"""Parses the text and the arguments of completions into types of the application."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from apertis_client._runtime.arguments_text import arguments_text
from apertis_client.models.chat_completion_message import ChatCompletionMessage
from apertis_client.models.function import Function

from .._answers.parsing import AnswerParser, each_object, remade
from .parsed import (
    ParsedChatCompletion,
    ParsedChatCompletionChoice,
    ParsedChatCompletionMessage,
    ParsedFunction,
    ParsedToolCall,
)
from .text import content_text

if TYPE_CHECKING:
    from apertis_client.models.chat_completion import ChatCompletion
    from apertis_client.models.chat_completion_choice import ChatCompletionChoice
    from apertis_client.models.tool_call import ToolCall

__all__ = ["CompletionParser"]

T = TypeVar("T")


class CompletionParser(AnswerParser[T]):
    """The `AnswerParser` of chat completions."""

    def read(self, answer: ChatCompletion) -> ParsedChatCompletion[T]:
        """Return a completion with its text, and the arguments of its tool calls, parsed."""
        choices = each_object(answer.choices, partial(self._choice, answer))
        return remade(ParsedChatCompletion[T], answer, choices=choices)

    def text(self, answer: ChatCompletion) -> str:
        """Return the text of the first choice."""
        for choice in answer.choices or ():
            return content_text(getattr(choice.message, "content", None)) or ""
        return ""

    def _choice(
        self, answer: ChatCompletion, choice: ChatCompletionChoice
    ) -> ParsedChatCompletionChoice[T]:
        self.check_whole(choice.finish_reason, answer)
        message: Any = choice.message
        if isinstance(message, ChatCompletionMessage):
            message = self._message(answer, message)
        return remade(ParsedChatCompletionChoice[T], choice, message=message)

    def _message(
        self, answer: ChatCompletion, message: ChatCompletionMessage
    ) -> ParsedChatCompletionMessage[T]:
        calls = each_object(message.tool_calls, partial(self._call, answer))
        parsed = remade(ParsedChatCompletionMessage[T], message, tool_calls=calls)
        text = content_text(message.content)
        if text is None:
            text = arguments_text(message.content)  # the object itself, here too
        parsed.parsed = self.checked_content(
            text,
            answer=answer,
            refusal=message.refusal,
            calls=message.tool_calls,
            instead=message.function_call or message.audio,
        )
        return parsed

    def _call(self, answer: ChatCompletion, call: ToolCall) -> ParsedToolCall:
        function: Any = call.function
        if isinstance(function, Function):
            text = arguments_text(function.arguments)
            function = remade(ParsedFunction, function)
            function.parsed_arguments = self.checked_arguments(function.name, text, answer=answer)
        return remade(ParsedToolCall, call, function=function)
