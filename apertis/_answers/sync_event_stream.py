# Generated from async_event_stream.py: change that module, then run `make generate`.
# Never edit this file.
"""Streams of events that are made from what the server sends, and how they are opened."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Never, Self, TypeVar

from apertis_client._runtime.response import ResponseHeaders

from .._core.attributes import EnterFirst
from .._streaming.stream import read_again, shown
from .._streaming.sync_stream import Stream
from .event_builder import EventBuilder
from .parsing import AnswerParser

__all__ = ["EventStream", "EventStreamManager"]

E = TypeVar("E")
F = TypeVar("F")
S = TypeVar("S", bound="EventStream[Any, Any]")


class EventStream(ResponseHeaders, Generic[E, F]):
    """The base of streams of events.

    Args:
        stream: What the server sends.
        parser: Parses the answer that all of it adds up to.
    """

    _builder_class: ClassVar[type[EventBuilder[Any]]]

    _final_method: ClassVar[str]  # of both streams: it returns what the events add up to

    def __init__(self, stream: Stream[Any], parser: AnswerParser[Any]) -> None:
        self.response = stream.response
        self._stream = stream
        self._parser = parser
        self._builder = self._builder_class(parser)
        self._whole: Callable[[], Any] = getattr(stream, self._final_method)
        self._events: deque[E] = deque()
        self._final: F | None = None
        self._is_over = False  # nothing is left to iterate
        self._has_ended = False
        self._was_closed = False  # before its end
        self._is_checked = not parser.can_fail

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response, looked up without regard to case."""
        return self.response.headers

    def __repr__(self) -> str:
        return shown(self, was_closed=self._was_closed, has_ended=self._has_ended)

    def __iter__(self) -> Iterator[E]:
        if self._is_over:
            raise read_again(self._final_method)
        return self

    def __next__(self) -> E:
        while not self._events:
            event = next(self._stream, None)
            if event is not None:
                self._events.extend(self._builder.add(event))
            elif not self._has_ended:
                self._has_ended = True
                self._events.extend(self._builder.end())
            else:
                if not self._is_checked:
                    self._parsed(self._whole())
                self._is_over = True
                raise StopIteration
        return self._events.popleft()

    @property
    def text_stream(self) -> Iterator[str]:
        """The text of the answer, that of the first choice, as it arrives, and nothing else."""
        text = self._builder.text
        return (added for event in self if (added := text(event)))

    def until_done(self) -> Self:
        """Read the rest, and return the stream."""
        while next(self, None) is not None:
            pass
        return self

    def _get_final(self) -> F:
        """Read the rest and return the whole answer, including what was iterated before."""
        self.until_done()
        return self._final or self._parsed(self._whole())

    def get_final_text(self) -> str:
        """Read the rest and return the whole text of the answer, that of the first choice."""
        return self._parser.text(self._get_final())

    def _snapshot(self) -> Any:
        """Return what has been iterated so far, accumulated."""
        answer = self._builder.answer()
        answer.__json_headers__ = self.headers
        return answer

    def close(self) -> None:
        """Stop reading. A stream that is not at its end closes its connection."""
        self._events.clear()
        self._was_closed |= not self._has_ended
        self._has_ended = self._is_over = True
        self._is_checked = True  # what was not read cannot be checked
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _parsed(self, answer: Any) -> F:
        final: F = self._parser.read(answer)
        self._final = final
        self._is_checked = True
        return final


class EventStreamManager(EnterFirst, Generic[S]):
    """A context manager that opens a stream of events when entered and closes it when left."""

    _noun = "stream"
    _stream_class: ClassVar[Callable[..., Any]]

    def __init__(self, open: Callable[[], Stream[Any]], parser: AnswerParser[Any]) -> None:
        self._open = open
        self._parser = parser

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: enter it to get the stream>"

    if not TYPE_CHECKING:  # a type checker would take it for something to iterate

        def __iter__(self) -> Never:
            raise TypeError(self._advice())

    def __enter__(self) -> S:
        self._stream: S = type(self)._stream_class(self._open(), self._parser)
        return self._stream

    def __exit__(self, *exception: object) -> None:
        self._stream.close()
