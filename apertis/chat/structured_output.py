"""A call whose answer is turned into types of the application: what is asked, how it is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from apertis_client._runtime.json_object import JSONObject

from .parsed import ArgumentsParser, LenientParser, ParsedChatCompletion, parse_completion

if TYPE_CHECKING:
    from apertis_client.models import ChatCompletion

    from .._schema.response_format import ResponseFormat

__all__ = ["StructuredOutput"]

T = TypeVar("T")


class StructuredOutput(Generic[T]):
    """The arguments of `create` that ask for structured output, and the reading of what comes.

    A `response_format` that is what the API takes, a dict or its model, is sent as it is, and the
    answer to it stays text. Tools that are plain functions become what `tool` makes of them.

    Args:
        response_format: What the text is to become.
        arguments: The other arguments.
        lenient: Take arguments of tools that do not fit for None, not for an error.

    Attributes:
        arguments: What `create` is to be given.
        format: What the text of the answer becomes; None where it stays text.
        parsers: What reads the arguments of the tools that are more than a definition.

    Raises:
        ImportError: pydantic is not installed.
        TypeError: there is no strict schema for the type; the message names the place.
    """

    def __init__(
        self, response_format: Any, arguments: Mapping[str, Any], *, lenient: bool = False
    ) -> None:
        self.format: ResponseFormat[T] | None = None
        if response_format is not None and not isinstance(response_format, (Mapping, JSONObject)):
            from .._schema.response_format import ResponseFormat

            self.format = ResponseFormat.of(response_format)
            response_format = self.format.param
        self.arguments: dict[str, Any] = {**arguments, "response_format": response_format}
        self.parsers: dict[str, ArgumentsParser] = {}
        tools: Any = arguments.get("tools")
        if isinstance(tools, (list, tuple)):
            self._take(cast("list[object]", tools), lenient=lenient)

    def read(self, completion: ChatCompletion) -> ParsedChatCompletion[T]:
        """Return an answer with what its text and its tool calls say.

        Raises:
            ContentFilterFinishReasonError: the answer was cut by a content filter.
            LengthFinishReasonError: the answer was cut at the token limit.
            StructuredOutputError: the answer does not fit the type that was asked for.
        """
        return parse_completion(completion, self.format, self.parsers)

    def _take(self, tools: Iterable[object], *, lenient: bool) -> None:
        from .._schema.tools import ParsingTool, Tool

        made = [
            Tool(each) if callable(each) and not isinstance(each, JSONObject) else each
            for each in tools
        ]
        self.arguments["tools"] = made
        for each in made:
            if isinstance(each, ParsingTool):
                parse = each.parse_arguments
                self.parsers[each.name] = LenientParser(parse) if lenient else parse
