# Generated from async_conversation_stream.py: change that module, then run `make generate`.
# Never edit this file.
"""The stream that brings the answer of a conversation."""

from __future__ import annotations

from apertis_client.models import ChatCompletionChunk

from .._streaming.sync_stream import Stream
from .pending_answer import PendingAnswer

__all__ = ["ConversationStream"]


class ConversationStream(Stream["ChatCompletionChunk"]):
    """A stream whose answer is added to the messages once it has been read to its end."""

    def __init__(self, stream: Stream[ChatCompletionChunk], pending: PendingAnswer) -> None:
        super().__init__(stream._source)
        del stream._source  # this stream closes it now
        self._pending = pending

    def __next__(self) -> ChatCompletionChunk:
        with self._pending:
            try:
                return super().__next__()
            except StopIteration:
                completion = self._source.reader.received()
                if completion is not None:
                    self._pending.finish(completion)
                raise

    def close(self) -> None:
        """Stop here. A stream that is not at its end closes its connection and loses its answer."""
        self._pending.is_over = True
        super().close()
