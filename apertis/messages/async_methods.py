"""What `messages.parse`, `stream` and `run_tools` do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apertis_client.api.messages.create_message import OPERATION

from .._answers.async_methods import AsyncAnswerMethods
from .._importing import importing

if TYPE_CHECKING:
    from .async_message_stream import AsyncMessageStreamManager
    from .async_tool_run import (
        AsyncMessageToolRun,
        AsyncMessageToolTurn,
        AsyncStreamedMessageToolTurn,
    )
    from .parsed import ParsedMessage

__all__ = ["AsyncMessageMethods"]


class AsyncMessageMethods(AsyncAnswerMethods):
    """The methods for `AsyncApertis`."""

    _name = "messages"
    _operation = OPERATION

    async def _parse(self, *path: Any, **params: Any) -> ParsedMessage[Any]:
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

        return await self._read(MESSAGE_FORM, path, params)

    def _stream(self, *path: Any, **params: Any) -> AsyncMessageStreamManager[Any]:
        """Create a message and follow it by typed events, in an `async with` statement."""
        with importing:
            from .answer_form import MESSAGE_FORM
            from .async_message_stream import AsyncMessageStreamManager

        return self._events(AsyncMessageStreamManager[Any], MESSAGE_FORM, path, params)

    def _run_tools(
        self, *path: Any, **params: Any
    ) -> AsyncMessageToolRun[Any, AsyncMessageToolTurn[Any] | AsyncStreamedMessageToolTurn[Any]]:
        """Let the model call tools until it has its answer; nothing is sent before that is read."""
        with importing:
            from .async_tool_run import AsyncMessageToolRun

        return self._run(AsyncMessageToolRun[Any, Any], path, params)
