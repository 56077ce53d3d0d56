"""The typed events of a stream, made by `CompletionEventBuilder` of the chunks of a completion."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, Literal, TypeAlias, TypeVar

from attrs import field

from apertis_client.models.chat_completion import ChatCompletion
from apertis_client.models.chat_completion_chunk import ChatCompletionChunk
from apertis_client.models.token_logprob import TokenLogprob

from .._answers.event import Event, event

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


@event("snapshot")
class ChunkEvent(Event):
    """A chunk has arrived.

    Attributes:
        chunk: The chunk, as it came.
        snapshot: What has arrived by the time this is read, accumulated into a completion each
            time.
    """

    type: ClassVar[Literal["chunk"]] = "chunk"

    chunk: ChatCompletionChunk
    snapshot: ChatCompletion = field(repr=False)


@event("snapshot", "parsed")
class ContentDeltaEvent(Event):
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


@event("snapshot")
class RefusalDeltaEvent(Event):
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


@event("arguments", "parsed_arguments")
class FunctionToolCallArgumentsDeltaEvent(Event):
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


@event("snapshot")
class LogprobsContentDeltaEvent(Event):
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


@event("snapshot")
class LogprobsRefusalDeltaEvent(Event):
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


@event()
class ContentDoneEvent(Event, Generic[T]):
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


@event()
class RefusalDoneEvent(Event):
    """A refusal is complete.

    Attributes:
        choice: Index of the choice.
        refusal: The refusal.
    """

    type: ClassVar[Literal["refusal.done"]] = "refusal.done"

    choice: int
    refusal: str


@event()
class FunctionToolCallArgumentsDoneEvent(Event):
    """A call of a function is complete.

    This comes when the next call starts, if the arguments are a whole object by then, and else when
    the choice ends, as for the last call. If more of a call comes after it, this comes again at the
    end of the choice with everything: of several with the same `choice` and `index` the last one
    counts.

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


@event()
class LogprobsContentDoneEvent(Event):
    """The log probabilities of a choice's text are complete.

    Attributes:
        choice: Index of the choice.
        content: Those of all tokens.
    """

    type: ClassVar[Literal["logprobs.content.done"]] = "logprobs.content.done"

    choice: int
    content: list[TokenLogprob]


@event()
class LogprobsRefusalDoneEvent(Event):
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
