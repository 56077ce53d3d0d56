# Generated from async_methods.py: change that module, then run `make generate`.
# Never edit this file.
"""What `messages.parse`, `stream` and `run_tools` do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apertis_client.api.messages.create_message import OPERATION

from .._answers.sync_methods import AnswerMethods
from .._importing import importing

if TYPE_CHECKING:
    from .parsed import ParsedMessage
    from .sync_message_stream import MessageStreamManager
    from .sync_tool_run import (
        MessageToolRun,
        MessageToolTurn,
        StreamedMessageToolTurn,
    )

__all__ = ["MessageMethods"]


class MessageMethods(AnswerMethods):
    """The methods for `Apertis`."""

    _name = "messages"
    _operation = OPERATION

    def _parse(self, *path: Any, **params: Any) -> ParsedMessage[Any]:
        """Create a message whose text and tool input are parsed into types of yours.

        `parsed` of the message is an instance of `response_format`, and `parsed_input` of a block
        that calls a tool is what the tool takes, for functions and for tools made by `tool` and
        `pydantic_function_tool`. Needs ``apertis[pydantic]``.

        Raises:
            LengthFinishReasonError: The message reached the token limit.
            StructuredOutputError: The message does not fit the type.
        """
        with importing:
            from .answer_form import MESSAGE_FORM

        return self._read(MESSAGE_FORM, path, params)

    def _stream(self, *path: Any, **params: Any) -> MessageStreamManager[Any]:
        """Create a message and follow it by typed events, in a `with` statement."""
        with importing:
            from .answer_form import MESSAGE_FORM
            from .sync_message_stream import MessageStreamManager

        return self._events(MessageStreamManager[Any], MESSAGE_FORM, path, params)

    def _run_tools(
        self, *path: Any, **params: Any
    ) -> MessageToolRun[Any, MessageToolTurn[Any] | StreamedMessageToolTurn[Any]]:
        """Let the model call tools until it has its answer; nothing is sent before that is read."""
        with importing:
            from .sync_tool_run import MessageToolRun

        return self._run(MessageToolRun[Any, Any], path, params)
