"""Parses the text and the arguments of answers into types of the application."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final, Protocol, TypeVar, get_origin

from apertis_client._runtime.json_object import JSONObject, is_array

from .._errors.tree import StructuredOutputError

__all__ = [
    "ArgumentsParser",
    "LenientParser",
    "OutputFormat",
    "checked_arguments",
    "checked_content",
    "each_object",
    "is_strict",
    "parse_arguments",
    "parse_content",
    "parse_partial",
    "parse_so_far",
    "parsed_repr",
    "remade",
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


def is_strict(
    response_format: OutputFormat[Any] | None, parsers: Mapping[str, ArgumentsParser]
) -> bool:
    """Return whether anything that was cut off or does not fit is an error."""
    return response_format is not None or any(
        not isinstance(parser, LenientParser) for parser in parsers.values()
    )


def checked_content(
    text: str,
    response_format: OutputFormat[T] | None,
    *,
    completion: Any,
    refusal: object,
    calls: object,
    instead: object = None,
) -> T | None:
    """Return what `parse_content` returns.

    Args:
        text: The text of an answer.
        response_format: What it is parsed into.
        completion: The whole answer, for the error.
        refusal: Whether, or how, the model refused.
        calls: The calls of tools.
        instead: What else an answer may have in place of a text.

    Raises:
        StructuredOutputError: the text does not fit, or there is nothing at all.
    """
    if response_format is not None and not (text or refusal or calls or instead):
        raise StructuredOutputError("the answer is empty", completion=completion, text="")
    try:
        return parse_content(text, response_format, refusal=refusal, calls=calls)
    except ValueError as error:
        about = f"the answer does not fit the type: {error}"
        raise StructuredOutputError(about, completion=completion, text=text) from error


def checked_arguments(
    name: object, text: str, parser: ArgumentsParser | None, *, completion: Any
) -> Any:
    """Return what `parse_arguments` returns for a call of the tool with that name.

    Raises:
        StructuredOutputError: the arguments do not fit.
    """
    try:
        return parse_arguments(text, parser)
    except ValueError as error:
        about = f"the arguments do not fit the tool {name}: {error}"
        raise StructuredOutputError(about, completion=completion, text=text) from error


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


def parse_so_far(text: Callable[[], str], unwrap: Callable[[Any], Any] | None = None) -> Any:
    """Return what the beginning of a JSON text says; None where it says nothing."""
    value = parse_partial(text())
    return value if value is None or unwrap is None else unwrap(value)


_NUMBER: Final = "0123456789+-.eE"  # also what literals end with


def remade(cls: type[M], source: JSONObject, **members: Any) -> M:
    """Return the object of class `cls` that shares the members of `source`, those given replaced.

    Absent members stay absent.
    """
    plain = get_origin(cls) or cls
    made: M = plain.__new__(plain)
    replaced = {name: value for name, value in members.items() if name in source.__dict__}
    made.__dict__ = {**source.__dict__, **replaced}
    for slot in ("_shadowed", "_headers"):
        if hasattr(source, slot):
            setattr(made, slot, getattr(source, slot))
    return made


def each_object(items: Any, function: Callable[[Any], Any]) -> Any:
    """Return a list with `function` applied to its objects; anything else stays as it is."""
    if not is_array(items):
        return items
    return [function(item) if isinstance(item, JSONObject) else item for item in items]


def parsed_repr(members: str, name: str, value: Any) -> str:
    """Return the repr of a model with a parsed value added."""
    if value is None:
        return members
    begin = members.removesuffix(")")
    return f"{begin}{'' if begin.endswith('(') else ', '}{name}={value!r})"
