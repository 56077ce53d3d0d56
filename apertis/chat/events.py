"""The typed events of a stream, which `EventBuilder` makes from the chunks of a completion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Generic,
    Literal,
    NamedTuple,
    TypeAlias,
    TypeVar,
    cast,
)

import attrs
from attrs import define, field

from apertis_client._runtime.json_object import JSONObject, is_object

from .accumulate import ChunkAccumulator
from .parsed import parse_partial

if TYPE_CHECKING:
    from apertis_client.models.chat_completion import ChatCompletion
    from apertis_client.models.chat_completion_chunk import ChatCompletionChunk
    from apertis_client.models.token_logprob import TokenLogprob

    from .text import GrowingText

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
    "TextUntil",
    "TokensUntil",
]

T = TypeVar("T")


class TextUntil(NamedTuple):
    """What a text was at a length, and how to read the JSON that it began to be.

    Nothing is put together or parsed before it is asked for.
    """

    text: GrowingText
    length: int
    unwrap: Callable[[Any], Any] | None = None

    def read(self) -> str:
        """Return the text."""
        return self.text.until(self.length)

    def parse(self) -> Any:
        """Return what the text says so far; None where it says nothing, or nobody asked."""
        value = None if self.unwrap is None else parse_partial(self.read())
        return None if value is None or self.unwrap is None else self.unwrap(value)


class TokensUntil(NamedTuple):
    """The first tokens of a list that grows."""

    tokens: list[TokenLogprob]
    length: int

    def read(self) -> list[TokenLogprob]:
        """Return the tokens."""
        return self.tokens[: self.length]


def _read(snapshot: Any) -> Any:
    return snapshot.read() if isinstance(snapshot, TextUntil | TokensUntil) else snapshot


def _parse(parsed: Any) -> Any:
    return parsed.parse() if isinstance(parsed, TextUntil) else parsed


class _Event:
    """An event, shown and compared by the attributes that `_says` names.

    Its constructor takes these attributes, for the tests of applications. A snapshot may be given
    as a `TextUntil` or `TokensUntil` as well.
    """

    __slots__ = ()

    _says: ClassVar[tuple[str, ...]]

    def to_dict(self) -> dict[str, Any]:
        """Return the event as plain JSON, its type first.

        The snapshot of a `chunk` is left out.
        """
        return {name: _plain(getattr(self, name)) for name in ("type", *self._says)}

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._says)
        return f"{type(self).__name__}({said})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._says)

    __hash__ = None  # type: ignore[assignment]  # their values are not


@define(eq=False, repr=False, weakref_slot=False)
class ChunkEvent(_Event):
    """A chunk has arrived.

    Attributes:
        chunk: The chunk, as it came.
    """

    type: ClassVar[Literal["chunk"]] = "chunk"
    _says = ("chunk",)

    chunk: ChatCompletionChunk
    _snapshot: ChatCompletion | ChunkAccumulator = field(alias="snapshot")

    @property
    def snapshot(self) -> ChatCompletion:
        """What has arrived by the time this is read, accumulated into a completion each time."""
        snapshot = self._snapshot
        return snapshot.completion() if isinstance(snapshot, ChunkAccumulator) else snapshot


@define(eq=False, repr=False, weakref_slot=False)
class ContentDeltaEvent(_Event):
    """More of a choice's text has come.

    Attributes:
        choice: Index of the choice.
        delta: The new text, which may be empty.
    """

    type: ClassVar[Literal["content.delta"]] = "content.delta"
    _says = ("choice", "delta", "snapshot", "parsed")

    choice: int
    delta: str
    _snapshot: str | TextUntil = field(alias="snapshot")
    _parsed: Any = field(default=None, alias="parsed")

    @property
    def snapshot(self) -> str:
        """The text up to this delta."""
        snapshot: str = _read(self._snapshot)
        return snapshot

    @property
    def parsed(self) -> Any:
        """The text up to this delta as JSON, where a `response_format` was given.

        None where it says nothing yet or is no JSON. It is parsed each time this is read.
        """
        return _parse(self._parsed)


@define(eq=False, repr=False, weakref_slot=False)
class RefusalDeltaEvent(_Event):
    """More of a refusal has come.

    Attributes:
        choice: Index of the choice.
        delta: The new text, which may be empty.
    """

    type: ClassVar[Literal["refusal.delta"]] = "refusal.delta"
    _says = ("choice", "delta", "snapshot")

    choice: int
    delta: str
    _snapshot: str | TextUntil = field(alias="snapshot")

    @property
    def snapshot(self) -> str:
        """The refusal up to this delta."""
        snapshot: str = _read(self._snapshot)
        return snapshot


@define(eq=False, repr=False, weakref_slot=False)
class FunctionToolCallArgumentsDeltaEvent(_Event):
    """More of the arguments of a function has come.

    Attributes:
        choice: Index of the choice.
        index: Which call of the message it is, from 0.
        name: Name of the function; empty where it has not come yet.
        arguments_delta: The new text, which may be empty.
    """

    type: ClassVar[Literal["tool_calls.function.arguments.delta"]] = (
        "tool_calls.function.arguments.delta"
    )
    _says = ("choice", "index", "name", "arguments", "arguments_delta", "parsed_arguments")

    choice: int
    index: int
    name: str
    _arguments: str | TextUntil = field(alias="arguments")
    arguments_delta: str
    _parsed_arguments: Any = field(default=None, alias="parsed_arguments")

    @property
    def arguments(self) -> str:
        """The arguments up to this delta."""
        arguments: str = _read(self._arguments)
        return arguments

    @property
    def parsed_arguments(self) -> Any:
        """The arguments up to this delta as JSON, where the function has a parser.

        None where they say nothing yet or are no JSON. They are parsed each time this is read.
        """
        return _parse(self._parsed_arguments)


@define(eq=False, repr=False, weakref_slot=False)
class LogprobsContentDeltaEvent(_Event):
    """Log probabilities of new tokens of a choice's text have come.

    Attributes:
        choice: Index of the choice.
        content: Those of the new tokens.
    """

    type: ClassVar[Literal["logprobs.content.delta"]] = "logprobs.content.delta"
    _says = ("choice", "content", "snapshot")

    choice: int
    content: list[TokenLogprob]
    _snapshot: list[TokenLogprob] | TokensUntil = field(alias="snapshot")

    @property
    def snapshot(self) -> list[TokenLogprob]:
        """Those of all tokens up to these."""
        snapshot: list[TokenLogprob] = _read(self._snapshot)
        return snapshot


@define(eq=False, repr=False, weakref_slot=False)
class LogprobsRefusalDeltaEvent(_Event):
    """Log probabilities of new tokens of a refusal have come.

    Attributes:
        choice: Index of the choice.
        refusal: Those of the new tokens.
    """

    type: ClassVar[Literal["logprobs.refusal.delta"]] = "logprobs.refusal.delta"
    _says = ("choice", "refusal", "snapshot")

    choice: int
    refusal: list[TokenLogprob]
    _snapshot: list[TokenLogprob] | TokensUntil = field(alias="snapshot")

    @property
    def snapshot(self) -> list[TokenLogprob]:
        """Those of all tokens up to these."""
        snapshot: list[TokenLogprob] = _read(self._snapshot)
        return snapshot


@define(eq=False, repr=False, weakref_slot=False)
class ContentDoneEvent(_Event, Generic[T]):
    """The text of a choice is complete.

    Attributes:
        choice: Index of the choice.
        content: The text.
        parsed: What the text says, where a `response_format` was given; None where it is empty,
            or that of a refusal.
    """

    type: ClassVar[Literal["content.done"]] = "content.done"
    _says = ("choice", "content", "parsed")

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
    _says = ("choice", "refusal")

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
    _says = ("choice", "index", "name", "arguments", "parsed_arguments")

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
    _says = ("choice", "content")

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
    _says = ("choice", "refusal")

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
        raise TypeError(f"{value.__class__.__name__} has no form in JSON")
    return attrs.asdict(value, recurse=False)
