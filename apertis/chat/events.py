"""The typed events of a stream, which `EventBuilder` makes from the chunks of a completion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import (
    Any,
    ClassVar,
    Generic,
    Literal,
    TypeAlias,
    TypeVar,
    cast,
)

import attrs
from attrs import define, field

from apertis_client._runtime.json_object import JSONObject, is_object
from apertis_client.models.chat_completion import ChatCompletion
from apertis_client.models.chat_completion_chunk import ChatCompletionChunk
from apertis_client.models.token_logprob import TokenLogprob

__all__ = [
    "ChatCompletionStreamEvent",
    "ChunkEvent",
    "ContentDeltaEvent",
    "ContentDoneEvent",
    "FunctionToolCallArgumentsDeltaEvent",
    "FunctionToolCallArgumentsDoneEvent",
    "LogprobsContentDeltaEvent",
    "LogprobsContentDoneEvent",
    "LogprobsRefusalDeltaEvent",
    "LogprobsRefusalDoneEvent",
    "RefusalDeltaEvent",
    "RefusalDoneEvent",
]

T = TypeVar("T")
E = TypeVar("E")


class _Lazy:
    """An attribute in a slot; where that holds a `partial`, its value is made at each reading."""

    def __init__(self, slot: Any) -> None:
        self._slot = slot

    def __get__(self, event: object, owner: type | None = None) -> Any:
        held = self._slot.__get__(event, owner)
        return cast("Any", held)() if isinstance(held, partial) else held

    def __set__(self, event: object, value: object) -> None:
        self._slot.__set__(event, value)


def _lazy(*names: str) -> Callable[[type[E]], type[E]]:
    """Return a class decorator that makes attributes lazy."""

    def decorate(cls: type[E]) -> type[E]:
        for name in names:
            setattr(cls, name, _Lazy(getattr(cls, name)))
        return cls

    return decorate


class _Event:
    """An event, shown and compared by its attributes.

    Its constructor takes these attributes, for the tests of applications.
    """

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the event as plain JSON, its type first.

        The snapshot of a `chunk` is left out.
        """
        said = [("type", cast("Any", self).type), *self._said()]
        return {name: _plain(value) for name, value in said}

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in self._said())
        return f"{type(self).__name__}({said})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._said() == other._said()

    def _said(self) -> list[tuple[str, Any]]:
        fields = attrs.fields(cast("Any", type(self)))
        return [(each.name, getattr(self, each.name)) for each in fields if each.repr]

    __hash__ = None  # type: ignore[assignment]  # their values are not


@_lazy("snapshot")
@define(eq=False, repr=False, weakref_slot=False)
class ChunkEvent(_Event):
    """A chunk has arrived.

    Attributes:
        chunk: The chunk, as it came.
        snapshot: What has arrived by the time this is read, accumulated into a completion each
            time.
    """

    type: ClassVar[Literal["chunk"]] = "chunk"

    chunk: ChatCompletionChunk
    snapshot: ChatCompletion = field(repr=False)


@_lazy("snapshot", "parsed")
@define(eq=False, repr=False, weakref_slot=False)
class ContentDeltaEvent(_Event):
    """More of a choice's text has come.

    Attributes:
        choice: Index of the choice.
        delta: The new text, which may be empty.
        snapshot: The text up to this delta.
        parsed: The text up to this delta as JSON, where a `response_format` was given. None where
            there is no value yet, or no valid JSON. Parsed at each reading.
    """

    type: ClassVar[Literal["content.delta"]] = "content.delta"

    choice: int
    delta: str
    snapshot: str
    parsed: Any = None


@_lazy("snapshot")
@define(eq=False, repr=False, weakref_slot=False)
class RefusalDeltaEvent(_Event):
    """More of a refusal has come.

    Attributes:
        choice: Index of the choice.
        delta: The new text, which may be empty.
        snapshot: The refusal up to this delta.
    """

    type: ClassVar[Literal["refusal.delta"]] = "refusal.delta"

    choice: int
    delta: str
    snapshot: str


@_lazy("arguments", "parsed_arguments")
@define(eq=False, repr=False, weakref_slot=False)
class FunctionToolCallArgumentsDeltaEvent(_Event):
    """More of the arguments of a function has come.

    Attributes:
        choice: Index of the choice.
        index: Which call of the message it is, from 0.
        name: Name of the function; empty where it has not come yet.
        arguments: The arguments up to this delta.
        arguments_delta: The new text, which may be empty.
        parsed_arguments: The arguments up to this delta as JSON, where the function has a parser.
            None where there is no value yet, or no valid JSON. Parsed each time this is read.
    """

    type: ClassVar[Literal["tool_calls.function.arguments.delta"]] = (
        "tool_calls.function.arguments.delta"
    )

    choice: int
    index: int
    name: str
    arguments: str
    arguments_delta: str
    parsed_arguments: Any = None


@_lazy("snapshot")
@define(eq=False, repr=False, weakref_slot=False)
class LogprobsContentDeltaEvent(_Event):
    """Log probabilities of new tokens of a choice's text have come.

    Attributes:
        choice: Index of the choice.
        content: Those of the new tokens.
        snapshot: Those of all tokens up to these.
    """

    type: ClassVar[Literal["logprobs.content.delta"]] = "logprobs.content.delta"

    choice: int
    content: list[TokenLogprob]
    snapshot: list[TokenLogprob]


@_lazy("snapshot")
@define(eq=False, repr=False, weakref_slot=False)
class LogprobsRefusalDeltaEvent(_Event):
    """Log probabilities of new tokens of a refusal have come.

    Attributes:
        choice: Index of the choice.
        refusal: Those of the new tokens.
        snapshot: Those of all tokens up to these.
    """

    type: ClassVar[Literal["logprobs.refusal.delta"]] = "logprobs.refusal.delta"

    choice: int
    refusal: list[TokenLogprob]
    snapshot: list[TokenLogprob]


@define(eq=False, repr=False, weakref_slot=False)
class ContentDoneEvent(_Event, Generic[T]):
    """The text of a choice is complete.

    Attributes:
        choice: Index of the choice.
        content: The text.
        parsed: The value of the text, where a `response_format` was given; None where it is empty,
            or belongs to a refusal.
    """

    type: ClassVar[Literal["content.done"]] = "content.done"

    choice: int
    content: str
    parsed: T | None


@define(eq=False, repr=False, weakref_slot=False)
class RefusalDoneEvent(_Event):
    """A refusal is complete.

    Attributes:
        choice: Index of the choice.
        refusal: The refusal.
    """

    type: ClassVar[Literal["refusal.done"]] = "refusal.done"

    choice: int
    refusal: str


@define(eq=False, repr=False, weakref_slot=False)
class FunctionToolCallArgumentsDoneEvent(_Event):
    """A call of a function is complete.

    This comes when the next call starts, for the last call when the choice ends. Where calls are
    interleaved, more of a call may come after it; then this comes again at the end of the choice
    with everything: of several with the same `choice` and `index` the last one counts.

    Attributes:
        choice: Index of the choice.
        index: Which call of the message it is, from 0.
        name: Name of the function.
        arguments: The arguments, as JSON text; empty where none came.
        parsed_arguments: The arguments as what the function takes, where it has a parser.
    """

    type: ClassVar[Literal["tool_calls.function.arguments.done"]] = (
        "tool_calls.function.arguments.done"
    )

    choice: int
    index: int
    name: str
    arguments: str
    parsed_arguments: Any


@define(eq=False, repr=False, weakref_slot=False)
class LogprobsContentDoneEvent(_Event):
    """The log probabilities of a choice's text are complete.

    Attributes:
        choice: Index of the choice.
        content: Those of all tokens.
    """

    type: ClassVar[Literal["logprobs.content.done"]] = "logprobs.content.done"

    choice: int
    content: list[TokenLogprob]


@define(eq=False, repr=False, weakref_slot=False)
class LogprobsRefusalDoneEvent(_Event):
    """The log probabilities of a refusal are complete.

    Attributes:
        choice: Index of the choice.
        refusal: Those of all tokens.
    """

    type: ClassVar[Literal["logprobs.refusal.done"]] = "logprobs.refusal.done"

    choice: int
    refusal: list[TokenLogprob]


ChatCompletionStreamEvent: TypeAlias = (
    ChunkEvent
    | ContentDeltaEvent
    | RefusalDeltaEvent
    | FunctionToolCallArgumentsDeltaEvent
    | LogprobsContentDeltaEvent
    | LogprobsRefusalDeltaEvent
    | ContentDoneEvent[T]
    | RefusalDoneEvent
    | FunctionToolCallArgumentsDoneEvent
    | LogprobsContentDoneEvent
    | LogprobsRefusalDoneEvent
)
"""An event of a stream; its `type` tells which."""


def _plain(value: Any) -> Any:
    """Return a value as plain JSON, also one of a type that output was parsed into."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, JSONObject):
        return value.to_dict()
    if is_object(value):
        return {name: _plain(member) for name, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in cast("Sequence[object]", value)]
    from pydantic_core import to_jsonable_python  # parsing output needs pydantic

    return to_jsonable_python(value, fallback=_members)


def _members(value: Any) -> dict[str, Any]:
    if not attrs.has(value.__class__):
        raise TypeError(f"{value.__class__.__name__} cannot be written as JSON")
    return attrs.asdict(value, recurse=False)
