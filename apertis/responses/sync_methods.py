# Generated from async_methods.py: change that module, then run `make generate`.
# Never edit this file.
"""What `responses.parse`, `stream` and `run_tools` do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apertis_client.api.responses.create_response import OPERATION

from .._answers.sync_methods import AnswerMethods
from .._importing import importing

if TYPE_CHECKING:
    from .parsed import ParsedResponse
    from .sync_response_stream import ResponseStreamManager
    from .sync_tool_run import (
        ResponseToolRun,
        ResponseToolTurn,
        StreamedResponseToolTurn,
    )

__all__ = ["ResponseMethods"]


class ResponseMethods(AnswerMethods):
    """The methods for `Apertis`."""

    _name = "responses"
    _operation = OPERATION

    def _parse(self, *path: Any, **params: Any) -> ParsedResponse[Any]:
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

        return self._read(RESPONSE_FORM, path, params)

    def _stream(self, *path: Any, **params: Any) -> ResponseStreamManager[Any]:
        """Create a response and follow it by typed events, in a `with` statement."""
        with importing:
            from .answer_form import RESPONSE_FORM
            from .sync_response_stream import ResponseStreamManager

        return self._events(ResponseStreamManager[Any], RESPONSE_FORM, path, params)

    def _run_tools(
        self, *path: Any, **params: Any
    ) -> ResponseToolRun[Any, ResponseToolTurn[Any] | StreamedResponseToolTurn[Any]]:
        """Let the model call tools until it has its answer; nothing is sent before that is read."""
        with importing:
            from .sync_tool_run import ResponseToolRun

        return self._run(ResponseToolRun[Any, Any], path, params)
