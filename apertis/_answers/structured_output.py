"""The arguments of a call that asks for types of the application, and the reading of its answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar, cast

from apertis_client._runtime.json_object import JSONObject

from .._schema.response_format import ResponseFormat
from .._schema.tool import ParsingTool, Tool
from .parsing import ArgumentsParser, LenientParser

__all__ = ["BaseOutput"]

T = TypeVar("T")


class BaseOutput(Generic[T]):
    """The arguments of `create` that ask for structured output, as they are read.

    A `response_format` in the form of the API, a dict or its model, is sent as it is, and the
    answer to it stays text. Tools that are plain functions become what `tool` makes of them.

    Args:
        response_format: The type of which the text is to become a value.
        arguments: The other arguments.
        lenient: Read arguments of tools that do not fit as None instead of raising an error.

    Attributes:
        arguments: The arguments for `create`.
        format: The format that reads the text of the answer; None where it stays text.
        parsers: The parsers for the arguments of tools that can read them, by name.

    Raises:
        ImportError: pydantic is not installed.
        TypeError: there is no strict schema for the type; the message names the place.
    """

    def __init__(
        self, response_format: Any, arguments: Mapping[str, Any], *, lenient: bool = False
    ) -> None:
        self.format: ResponseFormat[T] | None = None
        if response_format is not None and not isinstance(response_format, (Mapping, JSONObject)):
            self.format = ResponseFormat.of(response_format)
            response_format = self.format.param
        self.arguments: dict[str, Any] = {**arguments, **self._asked(response_format, arguments)}
        self.parsers: dict[str, ArgumentsParser] = {}
        tools: Any = arguments.get("tools")
        if not isinstance(tools, (list, tuple)):
            return
        made = [
            Tool(each) if callable(each) and not isinstance(each, JSONObject) else each
            for each in cast("list[object]", tools)
        ]
        self.arguments["tools"] = [
            self._sent(each) if isinstance(each, ParsingTool) else each for each in made
        ]
        for each in made:
            if isinstance(each, ParsingTool):
                parse = each.parse_arguments
                self.parsers[each.name] = LenientParser(parse) if lenient else parse

    @property
    def can_fail(self) -> bool:
        """Whether there is anything in an answer that may not fit."""
        return self.format is not None or bool(self.parsers)

    def _asked(self, response_format: Any, _arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments that ask for a format, in the form of chat completions."""
        return {"response_format": response_format}

    def _sent(self, tool: ParsingTool) -> Any:
        """Return a tool as it is sent."""
        return tool
