"""The answer that a conversation waits for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, Self

from apertis_client.models.chat_completion_message import ChatCompletionMessage

from .._importing import importing
from ..chat.answer_form import to_send_back

if TYPE_CHECKING:
    from apertis_client.models import ChatCompletion, ChatCompletionMessageParam

__all__ = ["PendingAnswer", "let_streams_close"]


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


async def let_streams_close(is_pending: Callable[[], bool]) -> None:
    """Wait for a stream that an `async for` has left: it closes two turns of the loop later."""
    for _ in range(2):
        if is_pending():
            with importing:
                import anyio.lowlevel  # comes with httpx; serves asyncio and trio alike

                anyio.get_cancelled_exc_class()  # imports what knows the event loop
            await anyio.lowlevel.checkpoint()
