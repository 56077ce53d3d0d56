"""Parses the text and the arguments of completions into types of the application."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar, get_origin

from apertis_client._runtime.json_object import JSONObject, is_array
from apertis_client.models.chat_completion_message import ChatCompletionMessage
from apertis_client.models.function import Function

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

__all__ = [
    "ArgumentsParser",
    "LenientParser",
    "OutputFormat",
    "is_cut",
    "parse_arguments",
    "parse_completion",
    "parse_content",
    "parse_partial",
]

T = TypeVar("T")
M = TypeVar("M", bound=JSONObject)
T_co = TypeVar("T_co", covariant=True)

ArgumentsParser = Callable[[str], Any]
"""Parses the arguments of a function; raises `ValueError` where they do not fit."""


class LenientParser:
    """Parses the arguments of a function; those that do not fit become None instead of an error."""

    def __init__(self, parser: ArgumentsParser) -> None:
        self._parser = parser

    def __call__(self, text: str) -> Any:
        try:
            return self._parser(text)
        except ValueError:
            return None


class OutputFormat(Protocol[T_co]):
    """The type that the text of a completion is parsed into."""

    def parse(self, text: str) -> T_co:
        """Return the value of a whole text; raises `ValueError` where it does not fit."""
        ...

    def unwrapped(self, partial: Any) -> Any:
        """Return the part of a JSON value, whole or not, that the application asked for."""
        ...


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
    choices = _each(completion.choices, reader.choice)
    return _remade(ParsedChatCompletion[T], completion, choices=choices)


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
        return _remade(ParsedChatCompletionChoice[T], choice, message=message)

    def _message(self, message: ChatCompletionMessage) -> ParsedChatCompletionMessage[T]:
        calls = _each(message.tool_calls, self._call)
        parsed = _remade(ParsedChatCompletionMessage[T], message, tool_calls=calls)
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
        return _remade(ParsedToolCall, call, function=function)

    def _function(self, function: Function) -> ParsedFunction:
        parsed = _remade(ParsedFunction, function)
        text = arguments_text(function.arguments) or ""
        try:
            parsed.parsed_arguments = parse_arguments(text, self._parsers.get(str(function.name)))
        except ValueError as error:
            about = f"the arguments do not fit the tool {function.name}"
            raise self._misfit(about, error, text) from error
        return parsed

    def _misfit(self, about: str, error: ValueError, text: str) -> StructuredOutputError:
        return StructuredOutputError(f"{about}: {error}", completion=self._completion, text=text)


def parse_content(
    text: str, response_format: OutputFormat[T] | None, *, refusal: object, calls: object
) -> T | None:
    """Return the value of the text of a message; raises `ValueError` where it does not fit.

    An empty text and that of a refusal are None. A message that calls tools is not the
    final one: where its text does not fit, it is None as well.
    """
    if response_format is None or refusal or not text:
        return None
    try:
        return response_format.parse(text)
    except ValueError:
        if calls:
            return None
        raise


def parse_arguments(text: str, parser: ArgumentsParser | None) -> Any:
    """Return the parsed arguments of a function; raises `ValueError` where they do not fit.

    Some models send an empty text where there are no arguments.
    """
    return None if parser is None else parser(text if text.strip() else "{}")


def parse_partial(text: str) -> Any:
    """Return the value of incomplete JSON; None where there is none yet, or it is not JSON.

    A string shows its characters so far, without half an escape; a number or a literal shows once
    something follows it; a key shows with its value.
    """
    from pydantic_core import from_json  # parsing output needs pydantic

    cut = text.rstrip(_NUMBER)
    try:
        if cut != text:
            with suppress(ValueError):
                # Digits within a string: there any character may follow.
                from_json(cut + "~", allow_partial="trailing-strings")
                cut = text
        return from_json(cut, allow_partial="trailing-strings")
    except (ValueError, TypeError):  # TypeError: half a surrogate pair
        return None


def is_cut(finish_reason: object) -> bool:
    """Return whether a choice with this finish reason was cut off."""
    return isinstance(finish_reason, str) and finish_reason in _CUT


_NUMBER: Final = "0123456789+-.eE"  # also what literals end with

_CUT: Final = {
    "length": (LengthFinishReasonError, "at the token limit"),
    "max_tokens": (LengthFinishReasonError, "at the token limit"),  # so called by some upstreams
    "content_filter": (ContentFilterFinishReasonError, "by a content filter"),
}


def _remade(cls: type[M], source: JSONObject, **members: Any) -> M:
    """Return the object of class `cls` that shares the members of `source`, those given replaced.

    Absent members stay absent.
    """
    plain = get_origin(cls) or cls
    remade: M = plain.__new__(plain)
    replaced = {name: value for name, value in members.items() if name in source.__dict__}
    remade.__dict__ = {**source.__dict__, **replaced}
    for slot in ("_shadowed", "_headers"):
        if hasattr(source, slot):
            setattr(remade, slot, getattr(source, slot))
    return remade


def _each(items: Any, function: Callable[[Any], Any]) -> Any:
    """Return a list with `function` applied to its objects; anything else stays as it is."""
    if not is_array(items):
        return items
    return [function(item) if isinstance(item, JSONObject) else item for item in items]
