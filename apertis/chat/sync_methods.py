# Generated from async_methods.py: change that module, then run `make generate`.
# Never edit this file.
"""What `chat.completions.parse`, `stream` and `run_tools` do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apertis_client.api.chat.create_chat_completion import OPERATION

from .._answers.sync_methods import AnswerMethods
from .._importing import importing
from .sync_media import MediaMethods

if TYPE_CHECKING:
    from .parsed import ParsedChatCompletion
    from .sync_completion_stream import ChatCompletionStreamManager
    from .sync_tool_run import StreamedToolTurn, ToolRun, ToolTurn

__all__ = ["CompletionMethods"]


class CompletionMethods(MediaMethods, AnswerMethods):
    """The methods for `Apertis`."""

    _name = "chat.completions"
    _operation = OPERATION

    def _parse(self, *path: Any, **params: Any) -> ParsedChatCompletion[Any]:
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

        return self._read(COMPLETION_FORM, path, params)

    def _stream(self, *path: Any, **params: Any) -> ChatCompletionStreamManager[Any]:
        """Create a completion and follow it by typed events, in a `with` statement."""
        with importing:
            from .answer_form import COMPLETION_FORM
            from .sync_completion_stream import ChatCompletionStreamManager

        return self._events(ChatCompletionStreamManager[Any], COMPLETION_FORM, path, params)

    def _run_tools(
        self, *path: Any, **params: Any
    ) -> ToolRun[Any, ToolTurn[Any] | StreamedToolTurn[Any]]:
        """Let the model call tools until it has its answer; nothing is sent before that is read."""
        with importing:
            from .sync_tool_run import ToolRun

        return self._run(ToolRun[Any, Any], path, params)
