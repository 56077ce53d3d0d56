"""Turns the bytes of a body into typed events, and what is wrong with them into exceptions.

There is no I/O here. The syntax of event streams is read by `EventDecoder`; libraries for it
(httpx-sse and others) read one line at a time, which is slower, and do not accept what servers send
against the standard.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from apertis_client._runtime.error_body import ERROR_MEMBERS, is_error_event
from apertis_client._runtime.event_data import SPACE, data_text, unwrapped
from apertis_client._runtime.event_stream import (
    MAX_EVENT_BYTES,
    EventDecoder,
    ServerSentEvent,
    name_event,
)
from apertis_client._runtime.json_object import JSONObject
from apertis_client._runtime.json_text import loads

from .._errors.from_response import describe_object, stream_error
from .._errors.secrets import without_keys
from .._errors.tree import APIResponseValidationError, APIStreamError, APITimeoutError
from .._logging import logger as parent
from .received import ReceivedEvents

if TYPE_CHECKING:
    from apertis_client._runtime.operation import StreamingOperation

    from .._transport.messages import Response
    from .format import StreamFormat, TextReader

__all__ = ["EventReader"]

E = TypeVar("E", bound=JSONObject)

# A member of an event, not null, that says more than what the content is.
_TELLING = r'"(?:finish_reason|stop_reason|usage|response)"\s*:\s*[^n\s]'
_MOST_KINDS = 100  # that are remembered; a server could send any number

logger = parent.getChild("stream")


class EventReader(Generic[E]):
    """Turns the pieces of a body into events.

    Args:
        operation: What was called.
        stream_format: What its events mean.
        response: The response whose body is read, for the exceptions.
        max_event_bytes: The most bytes that one event may have; None for no limit.
        require_finish_reason: Whether the event that ends the stream counts only if the stream
            said why it stopped. Gateways write that event after whatever cut the upstream.

    Attributes:
        format: What the events mean.
        complete: Whether the event that ends the stream has come.
        events: How many events have come, whatever they held.
        failure: What is wrong with the body; events that came before it are still handed over.
    """

    def __init__(
        self,
        operation: StreamingOperation[Any, E],
        stream_format: StreamFormat,
        response: Response,
        *,
        max_event_bytes: int | None = MAX_EVENT_BYTES,
        require_finish_reason: bool = True,
    ) -> None:
        self.require_finish_reason = require_finish_reason
        self.format = stream_format
        self._may_fail = stream_format.may_fail
        self._decode = operation.event_decoder
        self._tag = operation.event_tag
        self._ends = operation.stream_end
        self._skip = operation.stream_skip
        self._response = response
        self._max_event_bytes = max_event_bytes
        self._decoder = EventDecoder(max_event_bytes)
        self._received = ReceivedEvents()
        # The kinds of events, by their name, that are no errors unless they have a member for it,
        # and neither skipped nor the end.
        self._ordinary: dict[bytes, str] = {}
        self._is_answer = False  # a plain response in place of a stream
        self.complete = False
        self.events = 0
        self.failure: APIStreamError | APITimeoutError | None = None

    def started(self) -> bool:
        """Return whether there was anything that makes the body a stream."""
        return self.complete or bool(self._received) or self.failure is not None

    def feed(self, piece: bytes) -> list[E]:
        """Take the next piece of the body and return the events that it completes."""
        return self._read(self._decoder.feed(piece))

    def flush(self) -> list[E]:
        """Return the event that the end of the body completes, if there is one."""
        return self._read(self._decoder.finish())

    def finish(self) -> list[E]:
        """Return the event that the end of the body completes; check whether it ended early."""
        events = self.flush()
        if not (self.failure or self.complete or self.is_whole()):
            self.failure = self._incomplete("the stream ended before it was complete")
        return events

    def feed_answer(self, answer: JSONObject) -> list[E]:
        """Take a whole plain response in place of a stream and return its events.

        Raises:
            APIResponseValidationError: it is nested too deeply.
        """
        try:
            texts = [json.dumps(event) for event in self.format.to_events(answer.to_dict())]
        except RecursionError:
            message = "the response is nested too deeply to be handed on as an event"
            raise APIResponseValidationError(message, response=self._response.httpx) from None
        self._is_answer = True
        found: list[E] = []
        for text in texts:
            self._take_wrapped(text, b"", found)
        self.complete = True
        return found

    def received(self) -> Any:
        """Return what has arrived so far, accumulated; None where nothing has."""
        return self.format.accumulate(map(loads, self._received))

    def outline(self) -> Any:
        """Return the same without most of its content, in a fraction of the time."""
        texts = iter(self._received)
        telling = chain(islice(texts, 1), filter(re.compile(_TELLING).search, texts))
        return self.format.accumulate(map(loads, telling))

    def text_reader(self, choice: int, *, but_last: int) -> TextReader:
        """Return what reads the text of a choice in the last events and in those that follow."""
        before = islice(self._received, len(self._received) - but_last)
        return self.format.text_reader(choice, map(loads, before))

    def truncated(self, message: str) -> APIStreamError:
        """Return the error for a stream that broke off."""
        error = APIStreamError(message, response=self._response.httpx)
        error.truncated = True
        error.partial = self.received()
        return error

    def is_whole(self) -> bool:
        """Return whether what has come proves that nothing is missing."""
        return self.format.is_whole(
            map(loads, reversed(self._received)),
            has_end=self.complete,
            require_finish_reason=self.require_finish_reason,
        )

    def _read(self, events: list[ServerSentEvent]) -> list[E]:
        self.events += len(events)
        found: list[E] = []
        for data, name in events:
            if self.complete or self.failure:
                break
            try:
                text = data.decode()
            except UnicodeDecodeError:
                text = data_text(data)
            text = text.strip(SPACE)
            try:
                decoded = loads(text)
            except (ValueError, RecursionError):
                decoded = None
            if type(decoded) is dict:
                members: dict[str, Any] = decoded  # pyright: ignore[reportUnknownVariableType]
                self._take_object(members, text, name, found)
            else:
                self._take_wrapped(text, name, found)
        if self._decoder.is_too_long and not (self.complete or self.failure):
            limit = f"{self._max_event_bytes} bytes (max_event_bytes)"
            failure = self.failure = self.truncated(f"an event has more than {limit}")
            failure.truncated = False  # it would be as long the next time
        return found

    def _take_wrapped(self, text: str, name: bytes, found: list[E]) -> None:
        """Take the objects in data: add events to `found`, keep what is wrong with the data."""
        for members, inner in unwrapped(text):
            if members is None:
                self._take_text(inner, name)
            else:
                self._take_object(members, inner, name, found)
            if self.complete or self.failure:
                return

    def _take_object(self, members: dict[str, Any], text: str, name: bytes, found: list[E]) -> None:
        ordinary = self._ordinary.get(name)
        if ordinary and members.get(self._tag) == ordinary and ERROR_MEMBERS.isdisjoint(members):
            found.append(self._decode(members))
            self._received.append(text)
            return
        kind = ""
        if self._tag:
            is_named = self._tag in members
            kind = name_event(members, self._tag, name)
            if not is_named:
                text = json.dumps(members)
        is_like_others = False
        if self._may_fail(members, name) or not ERROR_MEMBERS.isdisjoint(members):
            if self._fails(members, name):
                return
        else:
            is_like_others = bool(kind) and kind.encode() == name
        if kind not in self._skip:
            found.append(self._decode(members))
            self._received.append(text)
            if kind in self._ends:
                self._end()
            elif is_like_others and len(self._ordinary) < _MOST_KINDS:
                self._ordinary[name] = kind

    def _fails(self, members: dict[str, Any], name: bytes) -> bool:
        """Return whether an event is an error or cannot be read; keep what is wrong with it."""
        is_error = is_error_event(
            members,
            name,
            is_event=self.format.is_event(members),
            has_part=self.format.has_part(members),
        )
        fault = members if is_error else self.format.fault_in(members)
        if isinstance(fault, str):
            self.failure = self.truncated(fault)
        elif fault is not None:
            self._fail(fault, members)
        return fault is not None

    def _take_text(self, text: str, name: bytes) -> None:
        """Take data that is no JSON object."""
        if text in self._ends:
            self._end()
        elif text.startswith(("{", "[{")) or f'"{self.format.member}"' in text:
            self.failure = self.truncated("an event of the stream is not valid JSON")
        else:
            self._take_notice(text, name)

    def _end(self) -> None:
        self.complete = True
        if not self._is_answer and not self.is_whole():
            self.failure = self._incomplete("the stream ended without saying why it stopped")

    def _incomplete(self, message: str) -> APIStreamError:
        """Return the error for a stream that is not whole, or is that of another API."""
        events = map(loads, islice(self._received, _MOST_KINDS))
        first = next(events, None)
        if first is None or any(map(self.format.is_own, chain([first], events))):
            return self.truncated(message)
        error = self.truncated(f"no event is of this API, the first is {describe_object(first)}")
        error.truncated, error.body = False, without_keys(first, self._response.httpx)
        return error

    def _take_notice(self, text: str, name: bytes) -> None:
        if name == b"error" and text:
            self._fail({"message": text}, {})
            return
        logger.info("skipped data that is not an event (%d characters)", len(text))
        if logger.isEnabledFor(logging.DEBUG):
            logger.debug("skipped data: %r", without_keys(text, self._response.httpx))

    def _fail(self, error: Mapping[str, Any], event: Mapping[str, Any]) -> None:
        if self.format.has_part(event):  # what it holds beside the error has arrived, too
            self._received.append(json.dumps(without_keys(event, self._response.httpx)))
        failure = stream_error(error, self._response.httpx)
        failure.partial = self.received()
        self.failure = failure
