"""The answer that a conversation waits for, and the streams that it arrives in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, Self

from apertis_client.models.chat_completion_message import ChatCompletionMessage

from .._streaming.stream import AsyncStream, Stream
from ..chat.messages import to_send_back

if TYPE_CHECKING:
    from apertis_client.models import (
        ChatCompletion,
        ChatCompletionChunk,
        ChatCompletionMessageParam,
    )

__all__ = ["AsyncConversationStream", "ConversationStream", "PendingAnswer"]


class _HasMessages(Protocol):
    messages: list[ChatCompletionMessageParam]


class PendingAnswer:
    """An answer that has not arrived yet. As a context manager it is over if something is raised.

    A conversation refers to it weakly, so that it ends with a stream that is no longer used.

    Attributes:
        is_over: Whether the answer has come, or will never come.
    """

    def __init__(
        self, conversation: _HasMessages, question: Sequence[ChatCompletionMessageParam]
    ) -> None:
        self._conversation = conversation
        self._question = question
        self.is_over = False

    def finish(self, completion: ChatCompletion) -> ChatCompletion:
        """Add the question and its answer to the messages, and return the answer.

        Nothing is added if the completion has no message, or if the answer is over already.
        """
        message: object = None
        if not self.is_over and completion.choices:
            message = getattr(completion.choices[0], "message", None)
        if isinstance(message, ChatCompletionMessage):
            self._conversation.messages += [*self._question, to_send_back(message)]
        self.is_over = True
        return completion

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *exception: object) -> None:
        if kind is not None:
            self.is_over = True


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
