"""The `AnswerForm`: what is particular to how one API asks for answers and goes on from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar, cast

from apertis_client._runtime.json_object import JSONObject

from .._schema.response_format import ResponseFormat
from .._schema.tool import ParsingTool, Tool
from .parsing import AnswerParser, cut_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from .requested_call import RequestedCall

__all__ = ["AnswerForm", "Asked"]

F = TypeVar("F")  # the parsed answer


class Asked(NamedTuple):
    """A call that asks for types of the application.

    Attributes:
        arguments: The arguments for `create`.
        parser: Parses the answer.
    """

    arguments: dict[str, Any]
    parser: AnswerParser[Any]


class AnswerForm(Generic[F]):
    """How an API asks for structured output and tool calls, and takes their results.

    What is not overridden is in the form of chat completions.

    Attributes:
        conversation: The parameter that has the conversation.
        parser: The class of what parses the answers.
    """

    conversation: ClassVar[str] = "messages"
    parser: ClassVar[type[AnswerParser[Any]]]

    def ask(
        self, response_format: Any, arguments: Mapping[str, Any], *, is_lenient: bool = False
    ) -> Asked:
        """Return the arguments for `create`, and the parser of the answer.

        A `response_format` in the form of the API, a dict or its model, is sent as it is, and the
        answer to it stays text. Tools that are plain functions become what `tool` makes of them.

        Args:
            response_format: The type of which the text is to become a value.
            arguments: The other arguments.
            is_lenient: Parse arguments of tools that do not fit as None, not raising an error.

        Raises:
            ImportError: pydantic is not installed.
            TypeError: there is no strict schema for the type; the message names the place.
        """
        made: ResponseFormat[Any] | None = None
        if response_format is not None and not isinstance(response_format, (Mapping, JSONObject)):
            made = ResponseFormat.of(response_format)
            response_format = made.param
        sent = {**arguments, **self.format_arguments(response_format, arguments)}
        parsers: dict[str, Callable[[str], Any]] = {}
        tools: Any = arguments.get("tools")
        if isinstance(tools, (list, tuple)):
            given = cast("list[object]", tools)
            known = [
                Tool(each) if callable(each) and not isinstance(each, JSONObject) else each
                for each in given
            ]
            ours = [each for each in known if isinstance(each, ParsingTool)]
            parsers = {each.name: each.parse_arguments for each in ours}
            sent["tools"] = [
                self.tool_argument(each) if isinstance(each, ParsingTool) else each
                for each in known
            ]
        return Asked(sent, self.parser(made, parsers, is_lenient=is_lenient))

    def format_arguments(
        self,
        response_format: Any,
        arguments: Mapping[str, Any],  # noqa: ARG002
    ) -> dict[str, Any]:
        """Return the arguments that ask for a format."""
        return {"response_format": response_format}

    def tool_argument(self, tool: ParsingTool) -> Any:
        """Return a tool as it is sent."""
        return tool

    def items(self, given: Any) -> list[Any]:
        """Return the items of the conversation that was given, in a list of its own."""
        if given is None:
            raise TypeError(f"a run needs the argument {self.conversation!r}")
        if isinstance(given, (str, bytes, Mapping, JSONObject)):
            kind = type(cast("object", given)).__name__
            raise TypeError(f"{self.conversation} must be a list, not {kind}")
        return list(given)

    def requested_calls(self, answer: Any) -> list[RequestedCall]:
        """Return the calls that a whole answer asks for.

        Raises:
            LengthFinishReasonError: the answer was cut at the token limit, its calls maybe with it.
            ContentFilterFinishReasonError: the same, by a content filter.
        """
        calls, reason = self.calls(answer), self.end_reason(answer)
        # A refusal is text that may be read, but it stops a message amid its calls, too.
        if calls and (cut := cut_error("content_filter" if reason == "refusal" else reason)):
            message = f"an answer with tool calls was cut off ({reason}); no tool was run"
            raise cut.kind(message, completion=answer)
        return calls

    def calls(self, answer: Any) -> list[RequestedCall]:
        """Return the calls that an answer asks for."""
        raise NotImplementedError

    def end_reason(self, answer: Any) -> object:
        """Return why the answer ended, as the server says it."""
        raise NotImplementedError

    def answer_items(self, answer: Any) -> list[Any]:
        """Return what an answer adds to a conversation."""
        raise NotImplementedError

    def result_items(self, calls: list[RequestedCall]) -> list[Any]:
        """Return what the results of its calls add to a conversation."""
        raise NotImplementedError

    def unforce(self, choice: Any) -> Any:
        """Return a `tool_choice` for later turns, in which a forced call would never end."""
        raise NotImplementedError
