"""Parses the text and the arguments of answers into types of the application."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any, Final, Generic, NamedTuple, Protocol, Self, TypeVar, get_origin

from apertis_client._runtime.json_object import JSONObject, is_array
from apertis_client._runtime.json_text import without_halves

from .._errors.tree import (
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    StructuredOutputError,
)

__all__ = [
    "AnswerParser",
    "OutputFormat",
    "Parsed",
    "cut_error",
    "each_object",
    "instances",
    "parse_partial",
    "parse_so_far",
    "remade",
]

T = TypeVar("T")
M = TypeVar("M", bound=JSONObject)
T_co = TypeVar("T_co", covariant=True)


class OutputFormat(Protocol[T_co]):
    """The type that the text of an answer is parsed into."""

    def parse(self, text: str) -> T_co:
        """Return the value of a whole text; raises `ValueError` where it does not fit."""
        ...

    def unwrapped(self, partial: Any) -> Any:
        """Return the part of a JSON value, whole or not, that the application asked for."""
        ...


class AnswerParser(Generic[T]):
    """Parses answers into what the application asked for; a derived class knows those of an API.

    Args:
        format: What the text is parsed into; None where it stays text.
        parsers: What parses the arguments of tools, by their names, or raises `ValueError`.
        is_lenient: Parse arguments that do not fit as None, not raising an error.
    """

    def __init__(
        self,
        format: OutputFormat[T] | None = None,
        parsers: Mapping[str, Callable[[str], Any]] | None = None,
        *,
        is_lenient: bool = False,
    ) -> None:
        self.format = format
        self.parsers = parsers or {}
        self._is_lenient = is_lenient

    @property
    def can_fail(self) -> bool:
        """Whether there is anything in an answer that may not fit."""
        return self.format is not None or bool(self.parsers)

    def read(self, answer: Any) -> Any:
        """Return an answer with its text and its tool calls parsed; the members are shared.

        Where there is no format and no parser, nothing is parsed and nothing raised.

        Raises:
            LengthFinishReasonError: the answer was cut off at the token limit.
            ContentFilterFinishReasonError: it was cut off by a content filter.
            StructuredOutputError: a text or arguments are complete and do not fit, or there is no
                text, no refusal and no tool call.
        """
        raise NotImplementedError

    def text(self, answer: Any) -> str:
        """Return the text of an answer, that of the first choice; empty where it has none."""
        raise NotImplementedError

    def parse_content(self, text: str, *, refusal: object, calls: object) -> T | None:
        """Return the value of a text; raises `ValueError` where it does not fit.

        An empty text and that of a refusal are None. An answer that calls tools is not the final
        one: where its text does not fit, it is None as well.
        """
        if self.format is None or refusal or not text:
            return None
        try:
            return self.format.parse(text)
        except ValueError:
            if calls:
                return None
            raise

    def parse_arguments(self, name: object, text: str) -> Any:
        """Return the parsed arguments of a tool; raises `ValueError` where they do not fit.

        Some models send an empty text where there are no arguments.
        """
        parser = self.parsers.get(str(name))
        try:
            return None if parser is None else parser(text if text.strip() else "{}")
        except ValueError:
            if self._is_lenient:
                return None
            raise

    def so_far(self, text: Callable[[], str]) -> Any:
        """Return what parses a text so far, as lazy attributes are; None where it stays text."""
        return self.format and partial(parse_so_far, text, self.format.unwrapped)

    def check_whole(self, reason: object, answer: Any) -> None:
        """Refuse an answer, or a choice of it, that ended for a `reason` that means it was cut."""
        cut = cut_error(reason)
        if cut and (self.format is not None or (self.parsers and not self._is_lenient)):
            raise cut.kind(f"structured output was cut off {cut.where}", completion=answer)

    def checked_content(
        self, text: str, *, answer: Any, refusal: object, calls: object, instead: object = None
    ) -> T | None:
        """Return what `parse_content` returns.

        Args:
            text: The text of an answer.
            answer: The whole answer, for the error.
            refusal: Whether, or how, the model refused.
            calls: The calls of tools.
            instead: What else an answer may have in place of a text.

        Raises:
            StructuredOutputError: the text does not fit, or there is nothing at all.
        """
        if self.format is not None and not (text or refusal or calls or instead):
            raise StructuredOutputError("the answer is empty", completion=answer, text="")
        try:
            return self.parse_content(text, refusal=refusal, calls=calls)
        except ValueError as error:
            about = f"the answer does not fit the type: {error}"
            raise StructuredOutputError(about, completion=answer, text=text) from error

    def checked_arguments(self, name: object, text: str, *, answer: Any) -> Any:
        """Return what `parse_arguments` returns.

        Raises:
            StructuredOutputError: the arguments do not fit.
        """
        try:
            return self.parse_arguments(name, text)
        except ValueError as error:
            about = f"the arguments do not fit the tool {name}: {error}"
            raise StructuredOutputError(about, completion=answer, text=text) from error


class _Cut(NamedTuple):
    """What it means that an answer was cut off."""

    kind: type[LengthFinishReasonError | ContentFilterFinishReasonError]
    where: str


def cut_error(reason: object) -> _Cut | None:
    """Return the error for an answer that ended for a `reason`; None where that is no cut."""
    # Gemini says `content_filter: RECITATION`.
    names = reason.lower().split(":") if isinstance(reason, str) else ()
    return next((_CUTS[name.strip()] for name in names if name.strip() in _CUTS), None)


# The reasons of the three APIs, and those that Gemini, Mistral and others are known to send.
_CUTS: Final[Mapping[str, _Cut]] = {
    **dict.fromkeys(
        {"length", "max_tokens", "max_output_tokens", "model_length"}
        | {"model_context_window_exceeded"},
        _Cut(LengthFinishReasonError, "at the token limit"),
    ),
    **dict.fromkeys(
        {"content_filter", "safety", "recitation", "blocklist", "prohibited_content", "spii"}
        | {"image_safety", "image_prohibited_content", "image_recitation", "sensitive"},
        _Cut(ContentFilterFinishReasonError, "by a content filter"),
    ),
}


def parse_partial(text: str) -> Any:
    """Return the value of incomplete JSON; None where there is none yet, or it is not JSON.

    A string shows its characters so far, without half an escape; a number or a literal shows once
    something follows it; a key shows with its value.
    """
    value = _parse_partial(text)
    if value is None and (readable := without_halves(text)) != text:
        value = _parse_partial(readable)
    return value


def _parse_partial(text: str) -> Any:
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
    for slot in ("_shadowed", "__json_headers__"):
        if hasattr(source, slot):
            setattr(made, slot, getattr(source, slot))
    return made


def each_object(items: Any, function: Callable[[Any], Any]) -> Any:
    """Return a list with `function` applied to its objects; anything else stays as it is."""
    if not is_array(items):
        return items
    return [function(item) if isinstance(item, JSONObject) else item for item in items]


def instances(items: Any, kind: type[M]) -> list[M]:
    """Return the objects of a class in what should be a list."""
    return [item for item in items if isinstance(item, kind)] if is_array(items) else []


class Parsed:
    """The first base of a model with a parsed value beside its members, None until it is set.

    The derived class names it in its ``__slots__``: so it is not a member, is never sent, and hides
    no member of the same name.
    """

    __slots__ = ()

    def __new__(cls, *_: Any, **__: Any) -> Self:
        self = super().__new__(cls)
        setattr(self, _slot(cls), None)
        return self

    def __repr__(self) -> str:
        name = _slot(type(self))
        value = getattr(self, name)
        begin = super().__repr__().removesuffix(")")
        if value is not None:
            begin += f"{'' if begin.endswith('(') else ', '}{name}={value!r}"
        return f"{begin})"


def _slot(cls: type[Any]) -> str:
    """Return the name of the parsed value of a class."""
    slots: Any = (base.__dict__.get("__slots__", ()) for base in cls.__mro__)
    name: str = next(names[0] for names in slots if names)
    return name
