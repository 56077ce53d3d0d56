"""Reads event streams (WHATWG HTML, section 9.2 "Server-sent events"), without any I/O."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from ..errors import IncompleteStream, StreamError
from .error_body import is_error_event
from .event_data import data_text, unwrapped
from .json_object import JSONObject

if TYPE_CHECKING:
    from .operation import StreamingOperation

__all__ = ["MAX_EVENT_BYTES", "EventDecoder", "ModelDecoder", "ServerSentEvent", "name_event"]

M = TypeVar("M", bound=JSONObject)

MAX_EVENT_BYTES = 64 * 2**20
"""The most bytes of one event, unless another limit is set."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FIELDS = frozenset({b"", b"data", b"event", b"id", b"retry"})  # "" is a comment
# What bare JSON begins with: an object, or the brackets of a list on lines of their own.
_BARE_JSON = re.compile(rb"\s*(\[\s*)*\{|\s*(\[\s*)+$")
# The field of JSON as some servers write it: with a byte order mark, spaces or capitals.
_LOOSE_DATA = re.compile(rb"[\s\xef\xbb\xbf]*data\s*:\s*(?=[{\[])", re.IGNORECASE)


ServerSentEvent: TypeAlias = tuple[bytes, bytes]
"""One event: its data as sent, and the name from its ``event`` field (empty where it had none)."""


class EventDecoder:
    """Cuts the body of an event stream into events, wherever the reads happened to cut it.

    Lines end with LF, CRLF or CR and nothing else: U+2028 and U+0085 are legal inside JSON text.
    Time and memory are linear in the bytes fed, whether one at a time or many megabytes at once.
    An event without data is not reported; ``id`` and ``retry`` serve reconnection and are ignored.

    It departs from the standard where nothing is lost by it. `finish` reports a last event that no
    blank line ends. JSON on lines of its own, without ``data:``, after something that makes the
    body a stream is an event, too: that is how some gateways report an error in a running stream.
    A field ``error`` is the data of an event of that name, as llama.cpp wrote it; and ``Data:`` or
    ``data :`` before JSON is ``data:``.

    Args:
        max_bytes: The most bytes of one event or line, 1 or more; None for no limit. Nothing is
            read after a longer one.

    Attributes:
        is_too_long: Whether there was a longer one.
    """

    def __init__(self, max_bytes: int | None = MAX_EVENT_BYTES) -> None:
        self.is_too_long = False
        self._max_bytes = sys.maxsize if max_bytes is None else max_bytes
        self._event_size = 0
        self._line_size = 0  # of the pieces in `_line`
        self._line: list[bytes] = []  # the pieces of a line whose end has not been seen
        self._data: list[bytes] = []
        self._bare: list[bytes] = []  # lines of JSON without a field name
        self._name = b""
        self._after_cr = False
        self._at_start = True
        self._is_stream = False  # whether a comment or a field has come
        self._is_between_events = False  # of a stream

    def feed(self, piece: bytes) -> list[ServerSentEvent]:
        """Take the next bytes of the body and return the events that they complete."""
        if self._is_between_events and piece[-2:] == b"\n\n":
            # As model servers write them: one whole event at a time.
            name, data = b"", piece
            if piece[:7] == b"event: ":
                name, _, data = piece[7:].partition(b"\n")
            # `in` is slow here: bytes try the number of a byte first, and its error is made.
            if data[:6] == b"data: " and piece.find(b"\r") < 0:
                data = data[6:-2]
                if data.find(b"\n") < 0 and len(data) <= self._max_bytes:
                    return [(data, name)]
        events = self._take_piece(piece)
        held = self._line or self._data or self._bare or self._name or self._after_cr
        self._is_between_events = self._is_stream and not (held or self.is_too_long)
        return events

    def finish(self) -> list[ServerSentEvent]:
        """Return the event that the end of the body cut off from its blank line, if any."""
        lines = [b"".join(self._line), b""]
        self._line.clear()
        return self._take(lines)

    def _take_piece(self, piece: bytes) -> list[ServerSentEvent]:
        if self._after_cr and piece:
            self._after_cr = False
            if piece.startswith(b"\n"):  # the second half of a CRLF
                piece = piece[1:]
        if not piece or self.is_too_long:
            return []
        lines = piece.splitlines()
        if piece.endswith(b"\n"):
            rest = b""
        elif piece.endswith(b"\r"):
            rest = b""
            self._after_cr = True
        else:
            rest = lines.pop()
        if lines and self._line:
            lines[0] = b"".join((*self._line, lines[0]))
            self._line.clear()
            self._line_size = 0
        events = self._take(lines)
        if rest:
            self._line.append(rest)
            self._line_size += len(rest)
            self._check_size(self._line_size - len(b"data: "))
        return events

    def _take(self, lines: list[bytes]) -> list[ServerSentEvent]:
        events: list[ServerSentEvent] = []
        if self._at_start and lines:
            self._at_start = False
            lines[0] = lines[0].removeprefix(_BYTE_ORDER_MARK)
        for line in lines:
            if line.startswith(b"data:"):
                if self._bare:
                    self._end_bare(events)
                self._add(self._data, line[6:] if line.startswith(b"data: ") else line[5:])
                self._is_stream = True
            elif not line:
                self._end_event(events)
            else:
                self._take_other(line, events)
            if self.is_too_long:
                break
        return events

    def _take_other(self, line: bytes, events: list[ServerSentEvent]) -> None:
        name, _, value = line.partition(b":")
        if name == b"error":
            self._end_event(events)
            self._name = name
        elif name not in _FIELDS:
            loose = _LOOSE_DATA.match(line)
            if not loose:
                self._take_bare(line, events)
                return
            name, value = b"data", line[loose.end() :]
        self._is_stream = True
        self._end_bare(events)
        if name == b"event":
            self._name = value.removeprefix(b" ")
        elif name in (b"data", b"error"):
            self._add(self._data, value.removeprefix(b" "))

    def _take_bare(self, line: bytes, events: list[ServerSentEvent]) -> None:
        if self._bare or (self._is_stream and _BARE_JSON.match(line)):
            if self._data:
                self._end_event(events)
            self._add(self._bare, line)

    def _add(self, lines: list[bytes], line: bytes) -> None:
        self._event_size += len(line) + bool(lines)  # with the line end that joins them
        lines.append(line)
        self._check_size()

    def _check_size(self, more: int = 0) -> None:
        if self._event_size + more > self._max_bytes:
            self.is_too_long = True
            for held in (self._line, self._data, self._bare):
                held.clear()

    def _end_event(self, events: list[ServerSentEvent]) -> None:
        if self._data:
            events.append((b"\n".join(self._data), self._name))
            self._data.clear()
            self._event_size = 0
        self._name = b""
        self._end_bare(events)

    def _end_bare(self, events: list[ServerSentEvent]) -> None:
        if self._bare:
            events.append((b"\n".join(self._bare), b""))
            self._bare.clear()
            self._event_size = 0


class ModelDecoder(Generic[M]):
    """Turns the body of an event stream into models, up to the event that says it is complete.

    What is no JSON object, and does not begin like one, is skipped, since gateways send notices.
    Whether a stream that has its end is whole is left to `apertis`: which choices said why they
    stopped, and whether all members could be read.

    Raises:
        StreamError: an event is an error of the server, or has one inside; begins like JSON and is
            invalid; or is longer than `MAX_EVENT_BYTES`.
    """

    def __init__(self, operation: StreamingOperation[Any, M]) -> None:
        self._operation = operation
        self._decode = operation.event_decoder
        self._events = EventDecoder()
        self.complete = False

    def feed(self, piece: bytes) -> Iterator[M]:
        """Take the next bytes of the body and yield the models that they complete."""
        return self._models(self._events.feed(piece))

    def finish(self) -> Iterator[M]:
        """Yield what the end of the body completes; raise `IncompleteStream` if it came early."""
        yield from self._models(self._events.finish())
        if not self.complete:
            ends = " or ".join(map(repr, sorted(self._operation.stream_end)))
            raise IncompleteStream(f"the stream ended without {ends}")

    def _models(self, events: list[ServerSentEvent]) -> Iterator[M]:
        for data, name in events:
            for members, text in unwrapped(data_text(data)):
                if self.complete:
                    return
                if members is None:
                    self._check_text(text, data, name)
                else:
                    yield from self._model(members, data, name)
        if self._events.is_too_long:
            raise StreamError(f"an event of the stream has more than {MAX_EVENT_BYTES} bytes", b"")

    def _check_text(self, text: str, data: bytes, name: bytes) -> None:
        """Look at data that is no object: the end, a notice or an error."""
        if text in self._operation.stream_end:
            self.complete = True
        elif text.startswith(("{", "[{")):
            raise StreamError("an event of the stream is not valid JSON", data)
        elif name == b"error":
            raise StreamError("the stream carries an error", data)

    def _model(self, members: dict[str, Any], data: bytes, name: bytes) -> Iterator[M]:
        operation = self._operation
        kind = name_event(members, operation.event_tag, name)
        is_event = operation.is_event(members)
        has_part = is_event and any(map(members.get, operation.event_members))
        if is_error_event(members, name, is_event=is_event, has_part=has_part):
            raise StreamError("the stream carries an error", data)
        if kind not in operation.stream_skip:
            yield self._decode(members)
        self.complete = kind in operation.stream_end


def name_event(members: dict[str, Any], tag: str, name: bytes) -> str:
    """Return the tag of an event; one that lacks it gets the name from its ``event`` field.

    Args:
        members: The data of the event, to which the tag is added.
        tag: The member that is the tag; empty where events have none.
        name: The name of the event; empty where it has none.
    """
    if not tag:
        return ""
    if name and members.get(tag) is None:
        members[tag] = name.decode(errors="replace")
    kind = members.get(tag)
    return kind if isinstance(kind, str) else ""
