"""What happens in a stream: typed events, made from the chunks of a completion.

For each chunk there is `chunk` first. Then come, choice by choice, the deltas of what the chunk
has of it, and after them the ends of what is complete with it, both in the order of the classes
below. There is a delta for each field that is present and not null, even where it is empty. A tool
call is complete when the next one starts, anything else, and the last call, with the choice's
finish reason, or without one where the stream comes to its end; only what had come ends. Should
more of something come after its end, as it does where calls are interleaved, it ends once more with
the choice, and then has everything.

The end of structured output that was cut, or does not fit, is left out: `parsed_completion` raises
what is to be said about it once the completion is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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

from apertis_client._runtime.json_object import JSONObject, is_array, is_object
from apertis_client.models.token_logprob import TokenLogprob

from .accumulate import ChunkAccumulator, call_key, index_of, objects
from .parsed import arguments_text, content_text, is_cut, parsed_arguments, parsed_content
from .partial_json import PartialJSON

if TYPE_CHECKING:
    from apertis_client.models.chat_completion import ChatCompletion
    from apertis_client.models.chat_completion_chunk import ChatCompletionChunk

    from .parsed import ArgumentsParser, OutputFormat

__all__ = [
    "ChatCompletionStreamEvent",
    "ChunkEvent",
    "ContentDeltaEvent",
    "ContentDoneEvent",
    "EventBuilder",
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


class _Text:
    """Text that grows, and can be read as it was at any length."""

    __slots__ = ("_joined", "_pieces", "length", "new")

    def __init__(self) -> None:
        self._joined = ""
        self._pieces: list[str] = []
        self.length = 0
        self.new = False  # whether any has come since its last end

    def add(self, piece: str) -> None:
        if piece or not self.length:
            self.new = True
        self._pieces.append(piece)
        self.length += len(piece)

    def until(self, length: int) -> str:
        if self._pieces:
            # Where no other reference is left, Python lengthens a text in place, not copying it.
            joined, self._joined = self._joined, ""
            joined += "".join(self._pieces)
            self._joined = joined
            self._pieces.clear()
        return self._joined if length == self.length else self._joined[:length]

    def end(self) -> str:
        self.new = False
        return self.until(self.length)


class _Tokens:
    """Tokens that become more, and can be read as they were at any length."""

    __slots__ = ("_tokens", "new")

    def __init__(self) -> None:
        self._tokens: list[TokenLogprob] = []
        self.new = False

    @property
    def length(self) -> int:
        return len(self._tokens)

    def add(self, tokens: list[TokenLogprob]) -> None:
        self._tokens += tokens
        self.new = True

    def until(self, length: int) -> list[TokenLogprob]:
        return self._tokens[:length]

    def end(self) -> list[TokenLogprob]:
        self.new = False
        return self.until(self.length)


class _Until(NamedTuple):
    """What a text or a list of tokens was at a length; put together only where it is asked for."""

    whole: Any
    length: int


def _read(snapshot: Any) -> Any:
    return snapshot.whole.until(snapshot.length) if isinstance(snapshot, _Until) else snapshot


class _Event:
    """What all events have in common: they show, and are compared by, what they say.

    They are made by their attributes, for the tests of an application; what those with a snapshot
    are made of may be a recipe for it as well.
    """

    __slots__ = ()

    _says: ClassVar[tuple[str, ...]]

    def to_dict(self) -> dict[str, Any]:
        """Return what the event says as plain JSON, its type first; what grows is copied.

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

    __hash__ = None  # type: ignore[assignment]  # what they say may be live


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
        """What has arrived by the time this is read, gathered into a completion each time."""
        snapshot = self._snapshot
        return snapshot.completion() if isinstance(snapshot, ChunkAccumulator) else snapshot


@define(eq=False, repr=False, weakref_slot=False)
class ContentDeltaEvent(_Event):
    """More of a choice's text has come.

    Attributes:
        choice: Index of the choice.
        delta: The new text, which may be empty.
        parsed: What the text says so far, where a `response_format` was given: JSON as plain
            dicts and lists, None where it says nothing yet. All deltas have the same object, which
            goes on growing: take `copy.deepcopy` of what you keep, and change nothing in it.
    """

    type: ClassVar[Literal["content.delta"]] = "content.delta"
    _says = ("choice", "delta", "snapshot", "parsed")

    choice: int
    delta: str
    _snapshot: str | _Until = field(alias="snapshot")
    parsed: Any = None

    @property
    def snapshot(self) -> str:
        """The text up to this delta."""
        snapshot: str = _read(self._snapshot)
        return snapshot


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
    _snapshot: str | _Until = field(alias="snapshot")

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
        parsed_arguments: What the arguments say so far, where the function has a parser: JSON as
            plain dicts and lists, None where they say nothing yet. All deltas of a call have the
            same object, which goes on growing: take `copy.deepcopy` of what you keep.
    """

    type: ClassVar[Literal["tool_calls.function.arguments.delta"]] = (
        "tool_calls.function.arguments.delta"
    )
    _says = ("choice", "index", "name", "arguments", "arguments_delta", "parsed_arguments")

    choice: int
    index: int
    name: str
    _arguments: str | _Until = field(alias="arguments")
    arguments_delta: str
    parsed_arguments: Any = None

    @property
    def arguments(self) -> str:
        """The arguments up to this delta."""
        arguments: str = _read(self._arguments)
        return arguments


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
    _snapshot: list[TokenLogprob] | _Until = field(alias="snapshot")

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
    _snapshot: list[TokenLogprob] | _Until = field(alias="snapshot")

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

    This comes when the next call starts, with the last call when the choice ends. Where a model
    writes calls by turns, more may come after it; then this comes once more with the end of the
    choice, and has everything: of several with the same `choice` and `index` the last one counts.

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
"""An event of a stream. `type` says which."""


class EventBuilder(Generic[T]):
    """Turns chunks into events. What a chunk costs does not depend on what came before it.

    What has arrived is gathered as it comes; text and completions are put together when they are
    read. Choices and tool calls are told apart as `ChunkAccumulator` does.
    """

    def __init__(
        self,
        response_format: OutputFormat[T] | None = None,
        parsers: Mapping[str, ArgumentsParser] | None = None,
    ) -> None:
        self._format = response_format
        self._parsers = parsers or {}
        self._gatherer = ChunkAccumulator()
        self._choices: dict[Any, _Choice[T]] = {}

    def add(self, chunk: ChatCompletionChunk) -> list[ChatCompletionStreamEvent[T]]:
        """Return the events of the next chunk."""
        decoded = chunk.to_dict()
        self._gatherer.add(decoded)
        events: list[ChatCompletionStreamEvent[T]] = [ChunkEvent(chunk, self._gatherer)]
        for position, choice in enumerate(objects(decoded.get("choices"))):
            index = index_of(choice, position)
            if index not in self._choices:
                self._choices[index] = _Choice(index, self._format, self._parsers)
            events += self._choices[index].add(choice)
        return events

    def end(self) -> list[ChatCompletionStreamEvent[T]]:
        """Return the events of the end of a stream: what no finish reason has ended ends now."""
        return [event for choice in self._choices.values() for event in choice.ends()]

    def completion(self) -> ChatCompletion:
        """Return what has arrived so far, gathered into a completion."""
        return self._gatherer.completion()


class _Choice(Generic[T]):
    """One choice, as far as it has come."""

    def __init__(
        self,
        index: int,
        response_format: OutputFormat[T] | None,
        parsers: Mapping[str, ArgumentsParser],
    ) -> None:
        self._index = index
        self._format = response_format
        self._parsers = parsers
        self._content = _Text()
        self._partial = PartialJSON()
        self._refusal = _Text()
        self._calls: dict[Any, _Call] = {}
        self._last_call: Any = None
        self._growing: dict[int, _Call] = {}  # calls that have not ended, by when they began
        self._content_tokens = _Tokens()
        self._refusal_tokens = _Tokens()
        self._cut = False

    def add(self, choice: Mapping[str, Any]) -> Iterator[ChatCompletionStreamEvent[T]]:
        delta = _object(choice.get("delta")) or _object(choice.get("message"))
        yield from self._text_deltas(delta)
        begun = len(self._calls)
        yield from self._call_deltas(objects(delta.get("tool_calls")))
        yield from self._token_deltas(_object(choice.get("logprobs")))
        if choice.get("finish_reason"):
            self._cut = is_cut(choice["finish_reason"])
            yield from self.ends()
        elif len(self._calls) > begun:
            yield from self._call_ends(before=len(self._calls) - 1)

    def _text_deltas(self, delta: Mapping[str, Any]) -> Iterator[ChatCompletionStreamEvent[T]]:
        content = content_text(delta.get("content"))
        if content is not None:
            text = self._content
            text.add(content)
            parsed = self._parsed_so_far(content)
            yield ContentDeltaEvent(self._index, content, _Until(text, text.length), parsed)
        refusal = delta.get("refusal")
        if isinstance(refusal, str):
            text = self._refusal
            text.add(refusal)
            yield RefusalDeltaEvent(self._index, refusal, _Until(text, text.length))

    def _parsed_so_far(self, content: str) -> Any:
        if self._format is None:
            return None
        self._partial.feed(content)
        value = self._partial.value
        return None if value is None else self._format.unwrapped(value)

    def _call_deltas(self, calls: list[dict[str, Any]]) -> Iterator[ChatCompletionStreamEvent[T]]:
        for position, piece in enumerate(calls):
            key = call_key(piece, position if len(calls) > 1 else self._last_call)
            self._last_call = key
            begun = len(self._calls)
            call = self._calls.setdefault(key, _Call(key if isinstance(key, int) else begun, begun))
            function = piece.get("function")
            if not is_object(function):
                continue
            self._growing[call.begun] = call
            arguments = call.add(function, self._parsers)
            if arguments is not None:
                yield FunctionToolCallArgumentsDeltaEvent(
                    self._index,
                    call.index,
                    call.name,
                    _Until(call.arguments, call.arguments.length),
                    arguments,
                    call.parsed_so_far(),
                )

    def _token_deltas(self, logprobs: Mapping[str, Any]) -> Iterator[ChatCompletionStreamEvent[T]]:
        content = logprobs.get("content")
        if is_array(content):
            tokens, new = self._content_tokens, _decoded_tokens(content)
            tokens.add(new)
            yield LogprobsContentDeltaEvent(self._index, new, _Until(tokens, tokens.length))
        refusal = logprobs.get("refusal")
        if is_array(refusal):
            tokens, new = self._refusal_tokens, _decoded_tokens(refusal)
            tokens.add(new)
            yield LogprobsRefusalDeltaEvent(self._index, new, _Until(tokens, tokens.length))

    def ends(self) -> Iterator[ChatCompletionStreamEvent[T]]:
        """Give the ends of what has come since the last end."""
        if self._content.new:
            yield from self._content_end(self._content.end())
        if self._refusal.new:
            yield RefusalDoneEvent(self._index, self._refusal.end())
        yield from self._call_ends(before=len(self._calls), cut=self._cut)
        if self._content_tokens.new:
            yield LogprobsContentDoneEvent(self._index, self._content_tokens.end())
        if self._refusal_tokens.new:
            yield LogprobsRefusalDoneEvent(self._index, self._refusal_tokens.end())

    def _content_end(self, content: str) -> Iterator[ContentDoneEvent[T]]:
        if self._cut and self._format is not None:
            return
        try:
            parsed = parsed_content(
                content, self._format, refusal=self._refusal.length, calls=self._calls
            )
        except ValueError:
            return
        yield ContentDoneEvent(self._index, content, parsed)

    def _call_ends(
        self, *, before: int, cut: bool = False
    ) -> Iterator[FunctionToolCallArgumentsDoneEvent]:
        """Give the ends of the calls that began before the one with a number."""
        for begun in sorted(begun for begun in self._growing if begun < before):
            call = self._growing.pop(begun)
            parser = self._parsers.get(call.name)
            arguments = call.arguments.end()
            if cut and parser is not None:
                continue
            try:
                parsed = parsed_arguments(arguments, parser)
            except ValueError:
                continue
            yield FunctionToolCallArgumentsDoneEvent(
                self._index, call.index, call.name, arguments, parsed
            )


class _Call:
    """One call of a function, as far as it has come.

    Attributes:
        index: Which call of the message it is.
        begun: How many calls began before it.
    """

    def __init__(self, index: int, begun: int) -> None:
        self.index = index
        self.begun = begun
        self.name = ""
        self.arguments = _Text()
        self._partial: PartialJSON | None = None

    def add(
        self, function: Mapping[str, Any], parsers: Mapping[str, ArgumentsParser]
    ) -> str | None:
        """Take a piece of the call and return what it has of the arguments."""
        self.name = self.name or str(function.get("name") or "")
        arguments = arguments_text(function.get("arguments"))
        if arguments is not None:
            self.arguments.add(arguments)
            if self._partial is not None:
                self._partial.feed(arguments)
        if self._partial is None and self.name in parsers:
            self._partial = PartialJSON()
            self._partial.feed(self.arguments.until(self.arguments.length))
        return arguments

    def parsed_so_far(self) -> Any:
        return None if self._partial is None else self._partial.value


def _decoded_tokens(tokens: list[Any]) -> list[TokenLogprob]:
    # Decoded from copies: what a chunk holds goes into what is gathered, too.
    return [TokenLogprob.from_dict(token) for token in objects(tokens)]


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: also what output was parsed into, whatever its type."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, JSONObject):
        return value.to_dict()
    if is_object(value):
        return {name: _plain(member) for name, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in cast("Sequence[object]", value)]
    from pydantic_core import to_jsonable_python  # whoever parses output has it

    return to_jsonable_python(value, fallback=_members)


def _members(value: Any) -> dict[str, Any]:
    if not attrs.has(value.__class__):
        raise TypeError(f"{value.__class__.__name__} has no form in JSON")
    return attrs.asdict(value, recurse=False)


def _object(value: Any) -> dict[str, Any]:
    return value if is_object(value) else {}
