"""The stream that brings the answer of a conversation."""

from __future__ import annotations

from apertis_client.models import ChatCompletionChunk

from .._streaming.async_stream import AsyncStream
from .pending_answer import PendingAnswer

__all__ = ["AsyncConversationStream"]


class AsyncConversationStream(AsyncStream["ChatCompletionChunk"]):
    """A stream whose answer is added to the messages once it has been read to its end."""

    def __init__(self, stream: AsyncStream[ChatCompletionChunk], pending: PendingAnswer) -> None:
        super().__init__(stream._source)
        del stream._source  # this stream closes it now
        self._pending = pending

    async def __anext__(self) -> ChatCompletionChunk:
        with self._pending:
            try:
                return await super().__anext__()
            except StopAsyncIteration:
                completion = self._source.reader.received()
                if completion is not None:
                    self._pending.finish(completion)
                raise

    async def close(self) -> None:
        """Stop here. A stream that is not at its end closes its connection and loses its answer."""
        self._pending.is_over = True
        await super().close()
