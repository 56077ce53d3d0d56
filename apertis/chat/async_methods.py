"""What `chat.completions.parse`, `stream` and `run_tools` do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apertis_client.api.chat.create_chat_completion import OPERATION

from .._answers.async_methods import AsyncAnswerMethods
from .._importing import importing
from .async_media import AsyncMediaMethods

if TYPE_CHECKING:
    from .async_completion_stream import AsyncChatCompletionStreamManager
    from .async_tool_run import AsyncStreamedToolTurn, AsyncToolRun, AsyncToolTurn
    from .parsed import ParsedChatCompletion

__all__ = ["AsyncCompletionMethods"]


class AsyncCompletionMethods(AsyncMediaMethods, AsyncAnswerMethods):
    """The methods for `AsyncApertis`."""

    _name = "chat.completions"
    _operation = OPERATION

    async def _parse(self, *path: Any, **params: Any) -> ParsedChatCompletion[Any]:
        """Create a completion whose text and tool calls are parsed into types of yours.

        `message.parsed` is an instance of `response_format`, and the `parsed_arguments` of a tool
        call are what the tool takes, for functions and for tools made by `tool` and
        `pydantic_function_tool`. The model is held to the strict JSON schema of the type. Needs
        ``apertis[pydantic]``.

        Raises:
            ContentFilterFinishReasonError: A content filter cut the completion off.
            LengthFinishReasonError: The completion reached the token limit.
            StructuredOutputError: The completion does not fit the type.
        """
        with importing:
            from .answer_form import COMPLETION_FORM

        return await self._read(COMPLETION_FORM, path, params)

    def _stream(self, *path: Any, **params: Any) -> AsyncChatCompletionStreamManager[Any]:
        """Create a completion and follow it by typed events, in an `async with` statement."""
        with importing:
            from .answer_form import COMPLETION_FORM
            from .async_completion_stream import AsyncChatCompletionStreamManager

        return self._events(AsyncChatCompletionStreamManager[Any], COMPLETION_FORM, path, params)

    def _run_tools(
        self, *path: Any, **params: Any
    ) -> AsyncToolRun[Any, AsyncToolTurn[Any] | AsyncStreamedToolTurn[Any]]:
        """Let the model call tools until it has its answer; nothing is sent before that is read."""
        with importing:
            from .async_tool_run import AsyncToolRun

        return self._run(AsyncToolRun[Any, Any], path, params)
