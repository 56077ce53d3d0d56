"""The tool runs of responses, and their turns."""

from __future__ import annotations

from typing import Generic, TypeVar

from .._answers.async_run import AsyncRun
from .._answers.async_turns import AsyncStreamedTurn, AsyncTurn
from .answer_form import RESPONSE_FORM
from .async_response_stream import AsyncResponseStream
from .parsed import ParsedResponse

__all__ = ["AsyncResponseToolRun", "AsyncResponseToolTurn", "AsyncStreamedResponseToolTurn"]

T = TypeVar("T")
V = TypeVar("V")  # what a run yields for each turn


class AsyncResponseToolTurn(AsyncTurn[ParsedResponse[T]], Generic[T]):
    """One answer of the model: calls of tools, or the last one.

    Attributes:
        calls: The calls that it asks for, run when the next turn is asked for; none in the last.
    """

    _noun = "response"

    @property
    def response(self) -> ParsedResponse[T]:
        """The answer."""
        return self.answer


class AsyncStreamedResponseToolTurn(AsyncStreamedTurn[ParsedResponse[T]], Generic[T]):
    """One answer of the model, as it is written.

    Attributes:
        stream: The events of the answer. What is not iterated is read when the run goes on.
    """

    stream: AsyncResponseStream[T]


class AsyncResponseToolRun(AsyncRun[ParsedResponse[T], V], Generic[T, V]):
    """A conversation in which the model calls tools, until it has its answer.

    It is used, and raises, as the run of `chat.completions.run_tools`; awaiting an asynchronous run
    is the same as `get_final_response`.

    Attributes:
        messages: The items of the conversation so far, in a list of its own. An answer is added
            together with the results of its calls, when the run goes on, so that it can always be
            sent.
    """

    _form = RESPONSE_FORM
    _stream_class = AsyncResponseStream
    _turn_class = AsyncResponseToolTurn
    _streamed_turn_class = AsyncStreamedResponseToolTurn

    async def get_final_response(self) -> ParsedResponse[T]:
        """Go through the turns that are left, and return the last answer."""
        return await self._get_final()
