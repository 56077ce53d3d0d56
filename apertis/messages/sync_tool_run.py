# Generated from async_tool_run.py: change that module, then run `make generate`.
# Never edit this file.
"""The tool runs of messages, and their turns."""

from __future__ import annotations

from typing import Generic, TypeVar

from .._answers.sync_run import Run
from .._answers.sync_turns import StreamedTurn, Turn
from .answer_form import MESSAGE_FORM
from .parsed import ParsedMessage
from .sync_message_stream import MessageStream

__all__ = ["MessageToolRun", "MessageToolTurn", "StreamedMessageToolTurn"]

T = TypeVar("T")
V = TypeVar("V")  # what a run yields for each turn


class MessageToolTurn(Turn[ParsedMessage[T]], Generic[T]):
    """One answer of the model: calls of tools, or the last one.

    Attributes:
        calls: The calls that it asks for, run when the next turn is asked for; none in the last.
    """

    _noun = "message"

    @property
    def message(self) -> ParsedMessage[T]:
        """The answer."""
        return self.answer


class StreamedMessageToolTurn(StreamedTurn[ParsedMessage[T]], Generic[T]):
    """One answer of the model, as it is written.

    Attributes:
        stream: The events of the answer. What is not iterated is read when the run goes on.
    """

    stream: MessageStream[T]


class MessageToolRun(Run[ParsedMessage[T], V], Generic[T, V]):
    """A conversation in which the model calls tools, until it has its answer.

    Iterate it, once, for each turn; the calls of a turn are run when the next one is asked for.
    Stop by leaving the loop. `get_final_message` goes through what is left; awaiting an
    asynchronous run is the same. Where turns are streamed and you may leave early, use it as a
    context manager, or call `close`: that closes the connection.

    An asynchronous run calls the tools of a turn side by side, functions that are not async in
    threads. Cancelling it cancels the tools, but waits for functions in threads.

    Reading it raises what `create` raises, `ToolTurnsError` if the model calls tools for more turns
    than allowed, `LengthFinishReasonError` or `ContentFilterFinishReasonError` if an answer that
    calls tools was cut, and with a `response_format` what `parse` raises. The run is over then, and
    another one can go on with its `messages`.

    Attributes:
        messages: The conversation so far, in a list of its own. An answer is added together with
            the results of its calls, when the run goes on, so that it can always be sent.
    """

    _form = MESSAGE_FORM
    _stream_class = MessageStream
    _turn_class = MessageToolTurn
    _streamed_turn_class = StreamedMessageToolTurn

    def get_final_message(self) -> ParsedMessage[T]:
        """Go through the turns that are left, and return the last answer."""
        return self._get_final()
