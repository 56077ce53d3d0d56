"""The methods of `responses` that are more than one call of the API."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, NotRequired, TypeAlias, TypeVar, Unpack, overload

from apertis_client.api.responses import create_response
from apertis_client.api.responses.create_response import OPERATION
from apertis_client.models import (
    FunctionTool,
    OtherResponseTool,
    ResponseCodeInterpreterTool,
    ResponseFileSearchTool,
    ResponseFormat,
    ResponseFunctionTool,
    ResponseTool,
    ResponseWebSearchPreviewTool,
    ResponseWebSearchTool,
)

from .._answers.methods import check_method
from .._core.engine import Engine
from .._core.options import RequestOptions
from .._declared import coroutine_function  # async only
from .._importing import importing
from .._schema.tool import Tool
from .answer_form import ResponseOutput
from .async_response_stream import AsyncResponseStreamManager
from .async_tool_run import (
    AsyncResponseToolRun,
    AsyncResponseToolTurn,
    AsyncStreamedResponseToolTurn,
)
from .parsed import ParsedResponse

AnyTool: TypeAlias = (
    ResponseTool
    | ResponseFunctionTool
    | ResponseWebSearchTool
    | ResponseWebSearchPreviewTool
    | ResponseFileSearchTool
    | ResponseCodeInterpreterTool
    | OtherResponseTool
    | FunctionTool
)


class OtherParams(create_response.Needed, create_response.Options, RequestOptions):
    """Everything that `create` takes but `response_format`, `tools` and `stream`."""


class ParseParams(OtherParams):
    """The same, with tools of the API, tools made by `tool`, or plain functions."""

    tools: NotRequired[Sequence[AnyTool | Callable[..., Any]] | None]


class RunParams(OtherParams):
    """The same, with tools that can be run."""

    tools: Sequence[Tool[..., Any] | Callable[..., Any]]
    max_turns: NotRequired[int]


__all__ = ["AsyncResponseMethods"]

T = TypeVar("T")


class AsyncResponseMethods:
    """The methods for `AsyncApertis`. They send by `create`, which the generated class adds."""

    _engine: Engine
    create: Callable[..., Any]

    @overload
    async def parse(
        self, *, response_format: type[T], **params: Unpack[ParseParams]
    ) -> ParsedResponse[T]: ...
    @overload
    async def parse(
        self, *, response_format: ResponseFormat | None = None, **params: Unpack[ParseParams]
    ) -> ParsedResponse[None]: ...
    @overload
    async def parse(
        self, *, response_format: Any, **params: Unpack[ParseParams]
    ) -> ParsedResponse[Any]: ...
    async def parse(
        self, *path: Any, response_format: Any = None, **params: Any
    ) -> ParsedResponse[Any]:
        """Create a response whose text and function calls are parsed into types of yours.

        `output_parsed` is an instance of `response_format`, and the `parsed_arguments` of a call
        are what the tool takes, for functions and for tools made by `tool` and
        `pydantic_function_tool`. A response that failed is returned as it is. Needs
        ``apertis[pydantic]``.

        Args:
            response_format: A pydantic model, a dataclass, an attrs class, a `TypedDict`, or any
                other type that a strict schema can express, such as ``list[Item]``.

        Raises:
            LengthFinishReasonError: The response reached the token limit.
            StructuredOutputError: The response does not fit the type.
        """
        output = _output("parse", path, response_format, params)
        return output.read(await self.create(stream=False, **output.arguments))

    @overload
    def stream(
        self, *, response_format: type[T], **params: Unpack[ParseParams]
    ) -> AsyncResponseStreamManager[T]: ...
    @overload
    def stream(
        self, *, response_format: ResponseFormat | None = None, **params: Unpack[ParseParams]
    ) -> AsyncResponseStreamManager[None]: ...
    @overload
    def stream(
        self, *, response_format: Any, **params: Unpack[ParseParams]
    ) -> AsyncResponseStreamManager[Any]: ...
    def stream(
        self, *path: Any, response_format: Any = None, **params: Any
    ) -> AsyncResponseStreamManager[Any]:
        """Create a response and follow it by typed events, in an `async with` statement.

        Args:
            response_format: What the text is parsed into, as for `parse`; events then have what it
                says so far.
        """
        with importing:
            from .async_response_stream import AsyncResponseStreamManager

        output = _output("stream", path, response_format, params)
        return AsyncResponseStreamManager[Any](
            lambda: self.create(stream=True, **output.arguments), output
        )

    @overload
    def run_tools(
        self,
        *,
        response_format: type[T],
        stream: Literal[False] | None = None,
        **params: Unpack[RunParams],
    ) -> AsyncResponseToolRun[T, AsyncResponseToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[False] | None = None,
        **params: Unpack[RunParams],
    ) -> AsyncResponseToolRun[None, AsyncResponseToolTurn[None]]: ...
    @overload
    def run_tools(
        self, *, response_format: type[T], stream: Literal[True], **params: Unpack[RunParams]
    ) -> AsyncResponseToolRun[T, AsyncStreamedResponseToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[True],
        **params: Unpack[RunParams],
    ) -> AsyncResponseToolRun[None, AsyncStreamedResponseToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any = None,
        stream: bool | None = None,
        **params: Unpack[RunParams],
    ) -> AsyncResponseToolRun[Any, Any]: ...
    @coroutine_function  # async only
    def run_tools(
        self,
        *path: Any,
        tools: Sequence[Tool[..., Any] | Callable[..., Any]],
        response_format: Any = None,
        max_turns: int = 10,
        stream: bool | None = None,
        **params: Any,
    ) -> AsyncResponseToolRun[Any, Any]:
        """Let the model call tools until it has its answer; nothing is sent before that is read.

        Input that does not fit a tool, and what a tool raises, are reported to the model. A
        `tool_choice` that forces a call counts for the first turn only; the options of a call,
        such as `deadline`, count for each turn. Needs ``apertis[pydantic]``.

        Args:
            tools: Functions with annotations, as they are or made by `tool`.
            response_format: What the text of the last response is parsed into, as for `parse`.
            max_turns: How many responses there may be, the last one included; 1 or more.
            stream: Give each turn as it is written.
        """
        with importing:
            from .async_tool_run import AsyncResponseToolRun

        _check("run_tools", path, params)
        return AsyncResponseToolRun[Any, Any](
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
) -> ResponseOutput[Any]:
    with importing:
        from .answer_form import ResponseOutput

    _check(method, path, params)
    return ResponseOutput[Any](response_format, params)


def _check(method: str, path: tuple[Any, ...], params: dict[str, Any]) -> None:
    check_method(f"responses.{method}", OPERATION, path, params)
