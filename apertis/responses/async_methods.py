"""What `responses.parse`, `stream` and `run_tools` do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apertis_client.api.responses.create_response import OPERATION

from .._answers.async_methods import AsyncAnswerMethods
from .._importing import importing

if TYPE_CHECKING:
    from .async_response_stream import AsyncResponseStreamManager
    from .async_tool_run import (
        AsyncResponseToolRun,
        AsyncResponseToolTurn,
        AsyncStreamedResponseToolTurn,
    )
    from .parsed import ParsedResponse

__all__ = ["AsyncResponseMethods"]


class AsyncResponseMethods(AsyncAnswerMethods):
    """The methods for `AsyncApertis`."""

    _name = "responses"
    _operation = OPERATION

    async def _parse(self, *path: Any, **params: Any) -> ParsedResponse[Any]:
        """Create a response whose text and function calls are parsed into types of yours.

        `output_parsed` is an instance of `response_format`, and the `parsed_arguments` of a call
        are what the tool takes, for functions and for tools made by `tool` and
        `pydantic_function_tool`. A response that failed is returned as it is. Needs
        ``apertis[pydantic]``.

        Raises:
            LengthFinishReasonError: The response reached the token limit.
            StructuredOutputError: The response does not fit the type.
        """
        with importing:
            from .answer_form import RESPONSE_FORM

        return await self._read(RESPONSE_FORM, path, params)

    def _stream(self, *path: Any, **params: Any) -> AsyncResponseStreamManager[Any]:
        """Create a response and follow it by typed events, in an `async with` statement."""
        with importing:
            from .answer_form import RESPONSE_FORM
            from .async_response_stream import AsyncResponseStreamManager

        return self._events(AsyncResponseStreamManager[Any], RESPONSE_FORM, path, params)

    def _run_tools(
        self, *path: Any, **params: Any
    ) -> AsyncResponseToolRun[Any, AsyncResponseToolTurn[Any] | AsyncStreamedResponseToolTurn[Any]]:
        """Let the model call tools until it has its answer; nothing is sent before that is read."""
        with importing:
            from .async_tool_run import AsyncResponseToolRun

        return self._run(AsyncResponseToolRun[Any, Any], path, params)
