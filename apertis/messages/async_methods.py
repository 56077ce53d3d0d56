"""The methods of `messages` that are more than one call of the API."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, NotRequired, TypeAlias, TypeVar, Unpack, overload

from apertis_client.api.messages import create_message
from apertis_client.api.messages.create_message import OPERATION
from apertis_client.models import (
    FunctionTool,
    MessageTool,
    MessageToolDict,
    ResponseFormat,
)

from .._answers.methods import check_method
from .._core.engine import Engine
from .._core.options import RequestOptions
from .._declared import coroutine_function  # async only
from .._importing import importing
from .._schema.tool import Tool
from .answer_form import MessageOutput
from .async_message_stream import AsyncMessageStreamManager
from .async_tool_run import (
    AsyncMessageToolRun,
    AsyncMessageToolTurn,
    AsyncStreamedMessageToolTurn,
)
from .parsed import ParsedMessage

AnyTool: TypeAlias = MessageTool | MessageToolDict | FunctionTool


class OtherParams(create_message.Needed, create_message.Options, RequestOptions):
    """Everything that `create` takes but `response_format`, `tools` and `stream`."""


class ParseParams(OtherParams):
    """The same, with tools of the API, tools made by `tool`, or plain functions."""

    tools: NotRequired[Sequence[AnyTool | Callable[..., Any]] | None]


class RunParams(OtherParams):
    """The same, with tools that can be run."""

    tools: Sequence[Tool[..., Any] | Callable[..., Any]]
    max_turns: NotRequired[int]


__all__ = ["AsyncMessageMethods"]

T = TypeVar("T")


class AsyncMessageMethods:
    """The methods for `AsyncApertis`. They send by `create`, which the generated class adds."""

    _engine: Engine
    create: Callable[..., Any]

    @overload
    async def parse(
        self, *, response_format: type[T], **params: Unpack[ParseParams]
    ) -> ParsedMessage[T]: ...
    @overload
    async def parse(
        self, *, response_format: ResponseFormat | None = None, **params: Unpack[ParseParams]
    ) -> ParsedMessage[None]: ...
    @overload
    async def parse(
        self, *, response_format: Any, **params: Unpack[ParseParams]
    ) -> ParsedMessage[Any]: ...
    async def parse(
        self, *path: Any, response_format: Any = None, **params: Any
    ) -> ParsedMessage[Any]:
        """Create a message whose text and tool input are parsed into types of yours.

        `parsed` of the message is an instance of `response_format`, and `parsed_input` of a block
        that calls a tool is what the tool takes, for functions and for tools made by `tool` and
        `pydantic_function_tool`. Needs ``apertis[pydantic]``.

        Args:
            response_format: A pydantic model, a dataclass, an attrs class, a `TypedDict`, or any
                other type that a strict schema can express, such as ``list[Item]``.

        Raises:
            LengthFinishReasonError: The message reached the token limit.
            StructuredOutputError: The message does not fit the type.
        """
        output = _output("parse", path, response_format, params)
        return output.read(await self.create(stream=False, **output.arguments))

    @overload
    def stream(
        self, *, response_format: type[T], **params: Unpack[ParseParams]
    ) -> AsyncMessageStreamManager[T]: ...
    @overload
    def stream(
        self, *, response_format: ResponseFormat | None = None, **params: Unpack[ParseParams]
    ) -> AsyncMessageStreamManager[None]: ...
    @overload
    def stream(
        self, *, response_format: Any, **params: Unpack[ParseParams]
    ) -> AsyncMessageStreamManager[Any]: ...
    def stream(
        self, *path: Any, response_format: Any = None, **params: Any
    ) -> AsyncMessageStreamManager[Any]:
        """Create a message and follow it by typed events, in an `async with` statement.

        Args:
            response_format: What the text is parsed into, as for `parse`; events then have what it
                says so far.
        """
        with importing:
            from .async_message_stream import AsyncMessageStreamManager

        output = _output("stream", path, response_format, params)
        return AsyncMessageStreamManager[Any](
            lambda: self.create(stream=True, **output.arguments), output
        )

    @overload
    def run_tools(
        self,
        *,
        response_format: type[T],
        stream: Literal[False] | None = None,
        **params: Unpack[RunParams],
    ) -> AsyncMessageToolRun[T, AsyncMessageToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[False] | None = None,
        **params: Unpack[RunParams],
    ) -> AsyncMessageToolRun[None, AsyncMessageToolTurn[None]]: ...
    @overload
    def run_tools(
        self, *, response_format: type[T], stream: Literal[True], **params: Unpack[RunParams]
    ) -> AsyncMessageToolRun[T, AsyncStreamedMessageToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[True],
        **params: Unpack[RunParams],
    ) -> AsyncMessageToolRun[None, AsyncStreamedMessageToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any = None,
        stream: bool | None = None,
        **params: Unpack[RunParams],
    ) -> AsyncMessageToolRun[Any, Any]: ...
    @coroutine_function  # async only
    def run_tools(
        self,
        *path: Any,
        tools: Sequence[Tool[..., Any] | Callable[..., Any]],
        response_format: Any = None,
        max_turns: int = 10,
        stream: bool | None = None,
        **params: Any,
    ) -> AsyncMessageToolRun[Any, Any]:
        """Let the model call tools until it has its answer; nothing is sent before that is read.

        Input that does not fit a tool, and what a tool raises, are reported to the model. A
        `tool_choice` that forces a call counts for the first turn only; the options of a call,
        such as `deadline`, count for each turn. Needs ``apertis[pydantic]``.

        Args:
            tools: Functions with annotations, as they are or made by `tool`.
            response_format: What the text of the last message is parsed into, as for `parse`.
            max_turns: How many messages there may be, the last one included; 1 or more.
            stream: Give each turn as it is written.
        """
        with importing:
            from .async_tool_run import AsyncMessageToolRun

        _check("run_tools", path, params)
        return AsyncMessageToolRun[Any, Any](
            self.create,
            tools,
            response_format,
            params,
            max_turns=max_turns,
            stream=stream,
            is_traced=self._engine.settings.is_traced,
        )


def _output(
    method: str, path: tuple[Any, ...], response_format: Any, params: dict[str, Any]
) -> MessageOutput[Any]:
    with importing:
        from .answer_form import MessageOutput

    _check(method, path, params)
    return MessageOutput[Any](response_format, params)


def _check(method: str, path: tuple[Any, ...], params: dict[str, Any]) -> None:
    check_method(f"messages.{method}", OPERATION, path, params)
