"""A call whose answer is turned into types of the application: what is asked, how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from apertis_client.json_object import JSONObject

from ._parsed import ArgumentsParser, ParsedChatCompletion, parsed_completion

if TYPE_CHECKING:
    from apertis_client.models import ChatCompletion

    from ._response_format import ResponseFormat

__all__ = ["StructuredOutput"]

T = TypeVar("T")


class StructuredOutput(Generic[T]):
    """The arguments of `create` that ask for structured output, and the reading of what comes.

    A `response_format` that is what the API takes, a dict or its model, is sent as it is, and the
    answer to it stays text.

    Attributes:
        arguments: What `create` is to be given.
        format: What the text of the answer becomes; None where it stays text.
        parsers: What reads the arguments of the tools that are more than a definition.

    Raises:
        ImportError: pydantic is not installed.
        TypeError: there is no strict schema for the type; the message names the place.
    """

    def __init__(self, response_format: Any, arguments: Mapping[str, Any]) -> None:
        self.format: ResponseFormat[T] | None = None
        if response_format is not None and not isinstance(response_format, (Mapping, JSONObject)):
            from ._response_format import ResponseFormat

            self.format = ResponseFormat.of(response_format)
            response_format = self.format.param
        self.arguments: dict[str, Any] = {**arguments, "response_format": response_format}
        self.parsers: Mapping[str, ArgumentsParser] = _parsers(arguments.get("tools"))

    def read(self, completion: ChatCompletion) -> ParsedChatCompletion[T]:
        """Return an answer with what its text and its tool calls say.

        Raises:
            ContentFilterFinishReasonError: the answer was cut by a content filter.
            LengthFinishReasonError: the answer was cut at the token limit.
            StructuredOutputError: the answer does not fit the type that was asked for.
        """
        return parsed_completion(completion, self.format, self.parsers)


def _parsers(tools: Any) -> dict[str, ArgumentsParser]:
    if not isinstance(tools, (list, tuple)):
        return {}
    from ._tools import ParsingTool

    named = [tool for tool in cast("list[object]", tools) if isinstance(tool, ParsingTool)]
    return {tool.name: tool.parse_arguments for tool in named}
