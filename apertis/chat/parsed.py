"""Completions whose text and arguments have been parsed into types of the application.

The classes are those of the API with one attribute more. The members hold what the model sent, as
in any completion; what it was parsed into is no member and is never sent.
"""

from __future__ import annotations

from typing import Any, Generic, Self, TypeVar

from apertis_client.models.chat_completion import ChatCompletion
from apertis_client.models.chat_completion_choice import ChatCompletionChoice
from apertis_client.models.chat_completion_message import ChatCompletionMessage
from apertis_client.models.function import Function
from apertis_client.models.tool_call import ToolCall

__all__ = [
    "ParsedChatCompletion",
    "ParsedChatCompletionChoice",
    "ParsedChatCompletionMessage",
    "ParsedFunction",
    "ParsedToolCall",
]

T = TypeVar("T")


class ParsedFunction(Function):
    """A function to call, with its arguments parsed.

    Attributes:
        parsed_arguments: The arguments as the types of the function; None if not parsed,
            and in a tool run where they do not fit.
    """

    # In a slot, here and below: it is no member, and hides none of the same name.
    __slots__ = ("parsed_arguments",)

    parsed_arguments: Any

    def __new__(cls, *_: Any, **__: Any) -> Self:
        self = super().__new__(cls)
        self.parsed_arguments = None
        return self

    def __repr__(self) -> str:
        return _repr(super().__repr__(), "parsed_arguments", self.parsed_arguments)


class ParsedToolCall(ToolCall):
    """A call of a tool, with the arguments of its function parsed."""

    __slots__ = ()

    # Narrower than in the parent, as in each class below: it is there to be read.
    function: ParsedFunction  # pyright: ignore[reportIncompatibleVariableOverride]

    @property
    def parsed_arguments(self) -> Any:
        """Those of the function; None where the tool is no function."""
        return getattr(self.function, "parsed_arguments", None)


class ParsedChatCompletionMessage(ChatCompletionMessage, Generic[T]):
    """A message that the model wrote, with its text parsed.

    Attributes:
        parsed: What the text says; None where the model refused, or calls tools instead.
    """

    __slots__ = ("parsed",)

    parsed: T | None
    tool_calls: list[ParsedToolCall] | None  # type: ignore[assignment]  # as above

    def __new__(cls, *_: Any, **__: Any) -> Self:
        self = super().__new__(cls)
        self.parsed = None
        return self

    def __repr__(self) -> str:
        return _repr(super().__repr__(), "parsed", self.parsed)


class ParsedChatCompletionChoice(ChatCompletionChoice, Generic[T]):
    """A choice of a completion, with its text parsed."""

    __slots__ = ()

    # As above.
    message: ParsedChatCompletionMessage[T]  # pyright: ignore[reportIncompatibleVariableOverride]


class ParsedChatCompletion(ChatCompletion, Generic[T]):
    """A completion, with its text parsed."""

    __slots__ = ()

    choices: list[ParsedChatCompletionChoice[T]]  # type: ignore[assignment]  # as above


def _repr(members: str, name: str, value: Any) -> str:
    """Return the repr of a model with a parsed value added."""
    if value is None:
        return members
    begin = members.removesuffix(")")
    return f"{begin}{'' if begin.endswith('(') else ', '}{name}={value!r})"
