# Generated from async_stream.py: change that module, then run `make generate`.
# Never edit this file.
"""The stream class that an application sees, for any endpoint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Self

from .._declared import resolvable
from .._transport.run_sync import run_sync
from .stream import BaseStream, E

if TYPE_CHECKING:  # a stream of one endpoint does without the models of others
    from apertis_client.models import (
        ChatCompletion,
        ChatCompletionChunk,
        Message,
        MessageStreamEvent,
        Response,
        ResponseStreamEvent,
    )

__all__ = ["Stream"]


class Stream(BaseStream[E]):
    """The events of a response, as they arrive.

    Iterate it, once. Use it as a context manager, or call `close`, where you may leave early: that
    closes the connection. A stream that was read to its end keeps its connection open.

    Iterating raises `APIStreamError` where the stream breaks, ends early or carries an error, and
    `APITimeoutError` where it is silent for too long; both have what had arrived as `partial`.
    """

    def __iter__(self) -> Iterator[E]:
        self._check_unread()
        return self

    def __next__(self) -> E:
        while True:
            for event in self._batch:
                return event
            batch = run_sync(self._source.next_batch())
            if batch is None:
                self._is_over = True
                raise StopIteration
            self._batch = iter(batch)

    def text_deltas(self, *, choice: int = 0) -> Iterator[str]:
        """Yield the text of the answer, or of one of its choices, as it arrives.

        Args:
            choice: The index of the choice, from 0; others are read and left out.
        """
        reader = self._text_reader(choice)
        for event in self:
            if text := reader.add(event):
                yield text
        if text := reader.end():
            yield text

    @resolvable
    def get_final_completion(self: Stream[ChatCompletionChunk]) -> ChatCompletion:
        """Read the rest of a completion, and return all of it, also what was iterated before."""
        completion: ChatCompletion = self._read_final("get_final_completion")
        return completion

    @resolvable
    def get_final_message(self: Stream[MessageStreamEvent]) -> Message:
        """Do the same for a stream of `messages.create`."""
        message: Message = self._read_final("get_final_message")
        return message

    @resolvable
    def get_final_response(self: Stream[ResponseStreamEvent]) -> Response:
        """Do the same for a stream of `responses.create`."""
        response: Response = self._read_final("get_final_response")
        return response

    def _read_final(self, method: str) -> Any:
        self._check_final(method)
        while next(self, None) is not None:
            pass
        return self._final()

    def close(self) -> None:
        """Stop reading. A stream that is not at its end closes its connection."""
        self._batch = iter(())
        self._is_over = True
        self._was_closed |= not self._source.ended
        run_sync(self._source.close())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
