# Generated from async_methods.py: change that module, then run `make generate`.
# Never edit this file.
"""The methods of `chat.completions` that are more than one call of the API."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from apertis_client.api.chat.create_chat_completion import OPERATION

from .._answers.methods import check_method
from .._core.engine import Engine
from .._declared import (
    called,
)
from .._importing import importing
from .sync_media import MediaMethods

if TYPE_CHECKING:
    from typing import NotRequired, TypeAlias, Unpack

    from typing_extensions import TypeForm  # whose stubs every type checker has

    from apertis_client.api.chat import create_chat_completion
    from apertis_client.models import (
        ChatCompletionToolParam,
        CustomTool,
        FunctionTool,
        OtherTool,
        ResponseFormat,
    )

    from .._core.options import RequestOptions
    from .._schema.tool import Tool
    from .parsed import ParsedChatCompletion
    from .structured_output import StructuredOutput
    from .sync_completion_stream import ChatCompletionStreamManager
    from .sync_tool_run import StreamedToolTurn, ToolRun, ToolTurn

    AnyTool: TypeAlias = ChatCompletionToolParam | FunctionTool | CustomTool | OtherTool

    class OtherParams(
        create_chat_completion.Needed,
        create_chat_completion.Options,
        create_chat_completion.AudioOption,
        RequestOptions,
    ):
        """Everything that `create` takes but `response_format`, `tools` and `stream`."""

    class ParseParams(OtherParams):
        """The same, with tools of the API, tools made by `tool`, or plain functions."""

        tools: NotRequired[Sequence[AnyTool | Callable[..., Any]] | None]

    class RunParams(OtherParams):
        """The same, with tools that can be run."""

        tools: Sequence[Tool[..., Any] | Callable[..., Any]]
        max_turns: NotRequired[int]


__all__ = ["CompletionMethods"]

T = TypeVar("T")


class CompletionMethods(MediaMethods):
    """The methods for `Apertis`. They send by `create`, which the generated class adds."""

    _engine: Engine
    create: Callable[..., Any]

    @overload
    def parse(
        self, *, response_format: TypeForm[T], **params: Unpack[ParseParams]
    ) -> ParsedChatCompletion[T]: ...
    @overload
    def parse(
        self, *, response_format: ResponseFormat | None = None, **params: Unpack[ParseParams]
    ) -> ParsedChatCompletion[None]: ...
    @overload
    def parse(
        self, *, response_format: Any, **params: Unpack[ParseParams]
    ) -> ParsedChatCompletion[Any]: ...
    def parse(
        self, *path: Any, response_format: Any = None, **params: Any
    ) -> ParsedChatCompletion[Any]:
        """Create a completion whose text and tool calls are parsed into types of yours.

        `message.parsed` is an instance of `response_format`, and the `parsed_arguments` of a tool
        call are what the tool takes, for functions and for tools made by `tool` and
        `pydantic_function_tool`. The model is held to the strict JSON schema of the type. Needs
        ``apertis[pydantic]``.

        Args:
            response_format: A pydantic model, a dataclass, an attrs class, a `TypedDict`, or any
                other type that a strict schema can express, such as ``list[Item]``.

        Raises:
            ContentFilterFinishReasonError: A content filter cut the completion off.
            LengthFinishReasonError: The completion reached the token limit.
            StructuredOutputError: The completion does not fit the type.
        """
        output = _structured_output("parse", path, response_format, params)
        return output.read(self.create(stream=False, **output.arguments))

    @overload
    def stream(
        self, *, response_format: TypeForm[T], **params: Unpack[ParseParams]
    ) -> ChatCompletionStreamManager[T]: ...
    @overload
    def stream(
        self, *, response_format: ResponseFormat | None = None, **params: Unpack[ParseParams]
    ) -> ChatCompletionStreamManager[None]: ...
    @overload
    def stream(
        self, *, response_format: Any, **params: Unpack[ParseParams]
    ) -> ChatCompletionStreamManager[Any]: ...
    def stream(
        self, *path: Any, response_format: Any = None, **params: Any
    ) -> ChatCompletionStreamManager[Any]:
        """Create a completion and follow it by typed events, in a `with` statement.

        Args:
            response_format: What the text is parsed into, as for `parse`; events then have what it
                says so far.
        """
        with importing:
            from .sync_completion_stream import ChatCompletionStreamManager

        output = _structured_output("stream", path, response_format, params)
        return ChatCompletionStreamManager[Any](
            lambda: self.create(stream=True, **output.arguments), output.format, output.parsers
        )

    @overload
    def run_tools(
        self,
        *,
        response_format: TypeForm[T],
        stream: Literal[False] | None = None,
        **params: Unpack[RunParams],
    ) -> ToolRun[T, ToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[False] | None = None,
        **params: Unpack[RunParams],
    ) -> ToolRun[None, ToolTurn[None]]: ...
    @overload
    def run_tools(
        self, *, response_format: TypeForm[T], stream: Literal[True], **params: Unpack[RunParams]
    ) -> ToolRun[T, StreamedToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[True],
        **params: Unpack[RunParams],
    ) -> ToolRun[None, StreamedToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any,
        stream: Literal[False] | None = None,
        **params: Unpack[RunParams],
    ) -> ToolRun[Any, ToolTurn[Any]]: ...
    @overload
    def run_tools(
        self, *, response_format: Any, stream: Literal[True], **params: Unpack[RunParams]
    ) -> ToolRun[Any, StreamedToolTurn[Any]]: ...
    @overload
    def run_tools(
        self, *, response_format: Any = None, stream: bool | None, **params: Unpack[RunParams]
    ) -> ToolRun[Any, Any]: ...
    @called("chat.completions.run_tools")
    def run_tools(
        self,
        *path: Any,
        tools: Sequence[Tool[..., Any] | Callable[..., Any]],
        response_format: Any = None,
        max_turns: int = 10,
        stream: bool | None = None,
        **params: Any,
    ) -> ToolRun[Any, Any]:
        """Let the model call tools until it has its answer; nothing is sent before that is read.

        Arguments that do not fit a tool, and what a tool raises, are reported to the model. A
        `tool_choice` that forces a call counts for the first turn only; the options of a call,
        such as `deadline`, count for each turn. Needs ``apertis[pydantic]``.

        Args:
            tools: Functions with annotations, as they are or made by `tool`.
            response_format: What the text of the last completion is parsed into, as for `parse`.
            max_turns: How many completions there may be, the last one included; 1 or more.
            stream: Give each turn as it is written.
        """
        with importing:
            from .sync_tool_run import ToolRun

        _check("run_tools", path, params)
        return ToolRun[Any, Any](
            self.create,
            tools,
            response_format,
            params,
            max_turns=max_turns,
            stream=stream,
            is_traced=self._engine.settings.is_traced,
        )


def _structured_output(
    method: str, path: tuple[Any, ...], response_format: Any, params: dict[str, Any]
) -> StructuredOutput[Any]:
    with importing:
        from .structured_output import StructuredOutput

    _check(method, path, params)
    return StructuredOutput[Any](response_format, params)


def _check(method: str, path: tuple[Any, ...], params: dict[str, Any]) -> None:
    check_method(f"chat.completions.{method}", OPERATION, path, params)
