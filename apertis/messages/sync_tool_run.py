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

    It is used, and raises, as the run of `chat.completions.run_tools`; awaiting an asynchronous run
    is the same as `get_final_message`.

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
