"""Completions whose text and arguments have been parsed into types of the application.

The classes are those of the API with one attribute more. The members hold what the model sent, as
in any completion; the parsed value is not a member and is never sent.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from apertis_client.models.chat_completion import ChatCompletion
from apertis_client.models.chat_completion_choice import ChatCompletionChoice
from apertis_client.models.chat_completion_message import ChatCompletionMessage
from apertis_client.models.function import Function
from apertis_client.models.tool_call import ToolCall

from .._answers.parsing import Parsed

__all__ = [
    "ParsedChatCompletion",
    "ParsedChatCompletionChoice",
    "ParsedChatCompletionMessage",
    "ParsedFunction",
    "ParsedToolCall",
]

T = TypeVar("T")


class ParsedFunction(Parsed, Function):
    """A function to call, with its arguments parsed.

    Attributes:
        parsed_arguments: The arguments as the types of the function; None if not parsed,
            and in a tool run where they do not fit.
    """

    __slots__ = ("parsed_arguments",)

    parsed_arguments: Any


class ParsedToolCall(ToolCall):
    """A call of a tool, with the arguments of its function parsed."""

    __slots__ = ()

    # Narrower than in the base class, here and below; this is safe where it is only read.
    function: ParsedFunction  # pyright: ignore[reportIncompatibleVariableOverride]

    @property
    def parsed_arguments(self) -> Any:
        """The arguments of the function, parsed; None where the tool is not a function."""
        return getattr(self.function, "parsed_arguments", None)


class ParsedChatCompletionMessage(Parsed, ChatCompletionMessage, Generic[T]):
    """A message that the model wrote, with its text parsed.

    Attributes:
        parsed: What the text says; None where the model refused, or calls tools instead.
    """

    __slots__ = ("parsed",)

    parsed: T | None
    tool_calls: list[ParsedToolCall] | None  # type: ignore[assignment]  # as above


class ParsedChatCompletionChoice(ChatCompletionChoice, Generic[T]):
    """A choice of a completion, with its text parsed."""

    __slots__ = ()

    # As above.
    message: ParsedChatCompletionMessage[T]  # pyright: ignore[reportIncompatibleVariableOverride]


class ParsedChatCompletion(ChatCompletion, Generic[T]):
    """A completion, with its text parsed."""

    __slots__ = ()

    choices: list[ParsedChatCompletionChoice[T]]  # type: ignore[assignment]  # as above
