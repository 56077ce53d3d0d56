"""Makes the events of a stream from its chunks.

For each chunk `ChunkEvent` comes first. Then come, choice by choice, the deltas of what the chunk
adds and after them the ends of what is complete with it, both in the order of the classes in
`events`. There is a delta for each field that is present and not null, even where it is empty. A
tool call whose arguments are a whole object is complete when the next one starts; everything else
ends with the choice's finish reason, or with the stream where there is none. If more of something
comes after its end, it ends again with the choice.

The end of structured output that was cut off, or does not fit, is left out: `CompletionParser`
raises the error for it once the completion is complete.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from apertis_client._runtime.json_object import is_array, objects_in
from apertis_client.models.token_logprob import TokenLogprob

from .._answers.event_builder import EventBuilder
from .._answers.growing_text import GrowingText
from .._answers.parsing import cut_error, parse_so_far
from .accumulate import ChunkAccumulator
from .events import (
    ChunkEvent,
    ContentDeltaEvent,
    ContentDoneEvent,
    FunctionToolCallArgumentsDeltaEvent,
    FunctionToolCallArgumentsDoneEvent,
    LogprobsContentDeltaEvent,
    LogprobsContentDoneEvent,
    LogprobsRefusalDeltaEvent,
    LogprobsRefusalDoneEvent,
    RefusalDeltaEvent,
    RefusalDoneEvent,
)

if TYPE_CHECKING:
    from apertis_client.models.chat_completion_chunk import ChatCompletionChunk

    from .._answers.parsing import AnswerParser
    from .accumulate import ChoiceAccumulator, ChoicePiece
    from .events import ChatCompletionStreamEvent
    from .tool_calls import CallPiece, ToolCall

__all__ = ["CompletionEventBuilder"]

T = TypeVar("T")


class CompletionEventBuilder(EventBuilder[T]):
    """Turns chunks into events. The cost of a chunk does not depend on what came before it.

    Which choice and which tool call a piece belongs to is decided by `ChunkAccumulator`.
    """

    _accumulator_class = ChunkAccumulator

    def __init__(self, parser: AnswerParser[T]) -> None:
        super().__init__(parser)
        self._choices: dict[int, _Choice[T]] = {}

    def add(self, chunk: ChatCompletionChunk) -> list[ChatCompletionStreamEvent[T]]:
        pieces = self._accumulator.add(chunk.to_dict())
        events: list[ChatCompletionStreamEvent[T]] = [
            ChunkEvent(chunk, cast("Any", partial(self._accumulator.answer)))
        ]
        for piece in pieces:
            index = piece.choice.index
            if index not in self._choices:
                self._choices[index] = _Choice(piece.choice, self._parser)
            events += self._choices[index].add(piece)
        return events

    def end(self) -> list[ChatCompletionStreamEvent[T]]:
        """Return the events of the end of a stream, for what no finish reason has ended."""
        return [event for choice in self._choices.values() for event in choice.ends()]

    def text(self, event: ChatCompletionStreamEvent[T]) -> str:
        """Return what an event adds to the text of the first choice."""
        if isinstance(event, ContentDeltaEvent) and event.choice == 0:
            return event.delta
        return ""


class _Choice(Generic[T]):
    """The events of one choice."""

    def __init__(self, choice: ChoiceAccumulator, parser: AnswerParser[T]) -> None:
        self._index = choice.index
        self._content = choice.content
        self._refusal = choice.refusal
        self._parser = parser
        self._open: dict[int, ToolCall] = {}  # calls that have not ended, by when they began
        self._begun = 0  # how many calls have
        self._tokens: dict[str, list[TokenLogprob]] = {"content": [], "refusal": []}
        self._new: set[str] = set()  # the texts and tokens that have grown since their last end
        self._is_cut = False

    def add(self, piece: ChoicePiece) -> Iterator[ChatCompletionStreamEvent[T]]:
        """Yield the events of what a chunk adds to the choice."""
        if piece.content is not None:
            yield self._content_delta(piece.content)
        if piece.refusal is not None:
            yield self._refusal_delta(piece.refusal)
        begun = self._begun
        for call in piece.calls:
            yield from self._call_delta(call)
        if piece.logprobs:
            yield from self._token_deltas(piece.logprobs)
        if piece.finish_reason:
            self._is_cut = cut_error(piece.finish_reason) is not None
            yield from self.ends()
        elif self._begun > begun:
            yield from self._call_ends(before=self._begun - 1, has_ended=False)

    def _content_delta(self, delta: str) -> ContentDeltaEvent:
        if delta or not self._content.length:
            self._new.add("content")
        text = self._content.so_far()
        return ContentDeltaEvent(self._index, delta, text, self._parser.so_far(text))

    def _refusal_delta(self, delta: str) -> RefusalDeltaEvent:
        if delta or not self._refusal.length:
            self._new.add("refusal")
        return RefusalDeltaEvent(self._index, delta, self._refusal.so_far())

    def _call_delta(self, piece: CallPiece) -> Iterator[FunctionToolCallArgumentsDeltaEvent]:
        call = piece.call
        self._begun = max(self._begun, call.begun + 1)
        if piece.has_function:
            self._open[call.begun] = call
        if piece.arguments is not None:
            yield self._arguments_delta(call, piece.arguments)

    def _arguments_delta(self, call: ToolCall, delta: str) -> FunctionToolCallArgumentsDeltaEvent:
        arguments = call.arguments.text if call.arguments else GrowingText()
        until = arguments.so_far()
        parsed = partial(parse_so_far, until) if call.name in self._parser.parsers else None
        return FunctionToolCallArgumentsDeltaEvent(
            self._index, call.index, call.name, until, delta, parsed
        )

    def _token_deltas(self, logprobs: Mapping[str, Any]) -> Iterator[ChatCompletionStreamEvent[T]]:
        for name, kind in _TOKEN_DELTAS.items():
            if is_array(tokens := logprobs.get(name)):
                # Decoded from copies, since the accumulator has the originals.
                new = [TokenLogprob.from_dict(token) for token in objects_in(tokens)]
                held = self._tokens[name]
                held += new
                self._new.add(f"{name} tokens")
                until: Any = partial(held.__getitem__, slice(len(held)))
                yield kind(self._index, new, until)

    def ends(self) -> Iterator[ChatCompletionStreamEvent[T]]:
        """Yield the ends of what has come since the last end."""
        if half := self._content.flush():
            yield self._content_delta(half)
        if half := self._refusal.flush():
            yield self._refusal_delta(half)
        new, self._new = self._new, set()
        if "content" in new:
            yield from self._content_end(self._content.whole())
        if "refusal" in new:
            yield RefusalDoneEvent(self._index, self._refusal.whole())
        yield from self._call_ends(before=self._begun, is_cut=self._is_cut)
        if "content tokens" in new:
            yield LogprobsContentDoneEvent(self._index, [*self._tokens["content"]])
        if "refusal tokens" in new:
            yield LogprobsRefusalDoneEvent(self._index, [*self._tokens["refusal"]])

    def _content_end(self, content: str) -> Iterator[ContentDoneEvent[T]]:
        if self._is_cut and self._parser.format is not None:
            return
        try:
            parsed = self._parser.parse_content(
                content, refusal=self._refusal.length, calls=self._begun
            )
        except ValueError:
            return
        yield ContentDoneEvent(self._index, content, parsed)

    def _call_ends(
        self, *, before: int, has_ended: bool = True, is_cut: bool = False
    ) -> Iterator[ChatCompletionStreamEvent[T]]:
        """Yield the ends of the calls that began before the one with a number."""
        for begun in sorted(begun for begun in self._open if begun < before):
            call = self._open[begun]
            if not (has_ended or (call.arguments and call.arguments.is_complete())):
                continue
            del self._open[begun]
            if call.arguments and (rest := call.arguments.flush()):
                yield self._arguments_delta(call, rest)
            text = call.arguments.text.whole() if call.arguments else ""
            if is_cut and call.name in self._parser.parsers:
                continue
            try:
                parsed = self._parser.parse_arguments(call.name, text)
            except ValueError:
                continue
            yield FunctionToolCallArgumentsDoneEvent(
                self._index, call.index, call.name, text, parsed
            )


_TOKEN_DELTAS: Mapping[str, type[LogprobsContentDeltaEvent | LogprobsRefusalDeltaEvent]] = {
    "content": LogprobsContentDeltaEvent,
    "refusal": LogprobsRefusalDeltaEvent,
}
