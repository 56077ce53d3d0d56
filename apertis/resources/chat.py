"""`client.chat.completions`: talk to a model."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from apertis_client.api.chat import create_chat_completion

from .._core.awaitable import AwaitableStream
from .._core.signature import documented
from .._streaming.stream import AsyncStream, Stream
from .._transport.backends import run_sync
from ..chat.media import AsyncMediaMethods, MediaMethods

if TYPE_CHECKING:
    from typing import NotRequired, Unpack

    from apertis_client.models import (
        ChatCompletion,
        ChatCompletionChunk,
        ChatCompletionToolParam,
        CustomTool,
        FunctionTool,
        OtherTool,
        ResponseFormat,
    )

    from .._core.engine import Engine
    from .._core.options import RequestOptions
    from .._schema.tool import Tool
    from ..chat.completion_stream import (
        AsyncChatCompletionStreamManager,
        ChatCompletionStreamManager,
    )
    from ..chat.parsed import ParsedChatCompletion
    from ..chat.structured_output import StructuredOutput
    from ..chat.tool_run import AsyncToolRun, ToolRun
    from ..chat.tool_turns import (
        AsyncStreamedToolTurn,
        AsyncToolTurn,
        StreamedToolTurn,
        ToolTurn,
    )
    from .raw import AsyncRawCompletions, AsyncUnreadCompletions, RawCompletions, UnreadCompletions

    AnyTool = ChatCompletionToolParam | FunctionTool | CustomTool | OtherTool

    class CreateParams(create_chat_completion.Params, RequestOptions):
        """Everything that `create` takes but `stream`."""

    class OtherParams(
        create_chat_completion.Needed,
        create_chat_completion.Options,
        create_chat_completion.AudioOption,
        RequestOptions,
    ):
        """The same without `response_format` and `tools`."""

    class ParseParams(OtherParams):
        """The same, with tools that are the API's, made by `tool`, or plain functions."""

        tools: NotRequired[Sequence[AnyTool | Callable[..., Any]] | None]

    class RunParams(OtherParams):
        """The same, with tools that can be run."""

        tools: Sequence[Tool[..., Any] | Callable[..., Any]]
        max_turns: NotRequired[int]


__all__ = ["AsyncChat", "AsyncCompletions", "Chat", "Completions"]

T = TypeVar("T")


class Completions(MediaMethods):
    """The completions of a client."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @cached_property
    def with_raw_response(self) -> RawCompletions:
        """The same calls, which return the HTTP response; its `parse` gives the answer."""
        from .raw import RawCompletions

        return RawCompletions(self._engine)

    @cached_property
    def with_streaming_response(self) -> UnreadCompletions:
        """The same calls as context managers, whose HTTP response is read when asked for."""
        from .raw import UnreadCompletions

        return UnreadCompletions(self._engine)

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateParams]
    ) -> ChatCompletion: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateParams]
    ) -> Stream[ChatCompletionChunk]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateParams]
    ) -> ChatCompletion | Stream[ChatCompletionChunk]: ...
    @documented(create_chat_completion)
    def create(
        self, *, stream: bool | None = None, **params: Any
    ) -> ChatCompletion | Stream[ChatCompletionChunk]:
        """Create a model's answer to a conversation; with `stream=True`, as it is written."""
        if stream:
            return Stream(run_sync(self._engine.open(create_chat_completion.OPERATION, params)))
        return run_sync(self._engine.call(create_chat_completion.OPERATION, params))

    @overload
    def parse(
        self, *, response_format: type[T], **params: Unpack[ParseParams]
    ) -> ParsedChatCompletion[T]: ...
    @overload
    def parse(
        self, *, response_format: ResponseFormat | None = None, **params: Unpack[ParseParams]
    ) -> ParsedChatCompletion[None]: ...
    @overload
    def parse(
        self, *, response_format: Any, **params: Unpack[ParseParams]
    ) -> ParsedChatCompletion[Any]: ...
    @documented(create_chat_completion)
    def parse(self, *, response_format: Any = None, **params: Any) -> Any:
        """Create an answer whose text, and whose tool calls, become what you have types for.

        `message.parsed` is then an instance of `response_format`, and the `parsed_arguments` of a
        call are what the tool takes, for functions and for tools of `tool` and
        `pydantic_function_tool`.
        The model is held to the strict JSON schema of the type. Needs ``apertis[pydantic]``.

        Args:
            response_format: A pydantic model, a dataclass, an attrs class, a `TypedDict`, or any
                other type that a strict schema can express, such as ``list[Item]``.
            **params: Everything else that `create` takes, but `stream`.

        Raises:
            ContentFilterFinishReasonError: The answer was cut by a content filter.
            LengthFinishReasonError: The answer was cut at the token limit.
            StructuredOutputError: The answer does not fit the type.
        """
        from ..chat.structured_output import StructuredOutput

        output = StructuredOutput[Any](response_format, params)
        answer = run_sync(self._engine.call(create_chat_completion.OPERATION, output.arguments))
        return output.read(answer)

    @overload
    def stream(
        self, *, response_format: type[T], **params: Unpack[ParseParams]
    ) -> ChatCompletionStreamManager[T]: ...
    @overload
    def stream(
        self, *, response_format: ResponseFormat | None = None, **params: Unpack[ParseParams]
    ) -> ChatCompletionStreamManager[None]: ...
    @overload
    def stream(
        self, *, response_format: Any, **params: Unpack[ParseParams]
    ) -> ChatCompletionStreamManager[Any]: ...
    @documented(create_chat_completion)
    def stream(self, *, response_format: Any = None, **params: Any) -> Any:
        """Create an answer and follow it by typed events, in a `with` statement.

        Args:
            response_format: What the text is to become, as for `parse`; the events then have what
                it says so far.
            **params: Everything else that `create` takes, but `stream`.
        """
        from ..chat.completion_stream import ChatCompletionStreamManager
        from ..chat.structured_output import StructuredOutput

        output = StructuredOutput[Any](response_format, params)
        return ChatCompletionStreamManager[Any](
            lambda: self.create(stream=True, **output.arguments), output.format, output.parsers
        )

    @overload
    def run_tools(
        self,
        *,
        response_format: type[T],
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
        self,
        *,
        response_format: Any,
        stream: Literal[False] | None = None,
        **params: Unpack[RunParams],
    ) -> ToolRun[Any, ToolTurn[Any]]: ...
    @overload
    def run_tools(
        self, *, response_format: type[T], stream: Literal[True], **params: Unpack[RunParams]
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
        self, *, response_format: Any, stream: Literal[True], **params: Unpack[RunParams]
    ) -> ToolRun[Any, StreamedToolTurn[Any]]: ...
    @overload
    def run_tools(
        self, *, response_format: Any = None, stream: bool | None, **params: Unpack[RunParams]
    ) -> ToolRun[Any, Any]: ...
    @documented(create_chat_completion)
    def run_tools(
        self,
        *,
        tools: Sequence[Tool[..., Any] | Callable[..., Any]],
        response_format: Any = None,
        max_turns: int = 10,
        stream: bool | None = None,
        **params: Any,
    ) -> Any:
        """Let the model call tools until it has its answer; nothing is sent before that is read.

        Calls whose arguments do not fit, and tools that raise, are told to the model as errors. A
        `tool_choice` that forces a call counts for the first turn alone; the options of a call,
        such as `deadline`, count for each turn.
        Needs ``apertis[pydantic]``.

        Args:
            tools: Functions with annotations, as they are or made by `tool`.
            response_format: What the text of the last answer is to become, as for `parse`.
            max_turns: How many answers there may be, the last one included; 1 or more.
            stream: Give each turn as it is written.
            **params: Everything else that `create` takes.
        """
        from ..chat.tool_run import ToolRun

        return ToolRun[Any, Any](
            self.create, tools, response_format, params, max_turns=max_turns, stream=stream
        )


class AsyncCompletions(AsyncMediaMethods):
    """The completions of an asynchronous client."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @cached_property
    def with_raw_response(self) -> AsyncRawCompletions:
        """The same calls, which return the HTTP response; its `parse` gives the answer."""
        from .raw import AsyncRawCompletions

        return AsyncRawCompletions(self._engine)

    @cached_property
    def with_streaming_response(self) -> AsyncUnreadCompletions:
        """The same calls as context managers, whose HTTP response is read when asked for."""
        from .raw import AsyncUnreadCompletions

        return AsyncUnreadCompletions(self._engine)

    @overload
    def create(
        self, *, stream: Literal[False] | None = None, **params: Unpack[CreateParams]
    ) -> Coroutine[Any, Any, ChatCompletion]: ...
    @overload
    def create(
        self, *, stream: Literal[True], **params: Unpack[CreateParams]
    ) -> AwaitableStream[ChatCompletionChunk]: ...
    @overload
    def create(
        self, *, stream: bool | None, **params: Unpack[CreateParams]
    ) -> Coroutine[Any, Any, ChatCompletion | AsyncStream[ChatCompletionChunk]]: ...
    @documented(create_chat_completion)
    def create(
        self, *, stream: bool | None = None, **params: Any
    ) -> Coroutine[Any, Any, ChatCompletion | AsyncStream[ChatCompletionChunk]]:
        """Create a model's answer to a conversation; with `stream=True`, as it is written."""
        if stream:
            return AwaitableStream(self._open(params))
        return self._engine.call(create_chat_completion.OPERATION, params)

    @overload
    def parse(
        self, *, response_format: type[T], **params: Unpack[ParseParams]
    ) -> Coroutine[Any, Any, ParsedChatCompletion[T]]: ...
    @overload
    def parse(
        self, *, response_format: ResponseFormat | None = None, **params: Unpack[ParseParams]
    ) -> Coroutine[Any, Any, ParsedChatCompletion[None]]: ...
    @overload
    def parse(
        self, *, response_format: Any, **params: Unpack[ParseParams]
    ) -> Coroutine[Any, Any, ParsedChatCompletion[Any]]: ...
    @documented(create_chat_completion, like=Completions.parse)
    def parse(self, *, response_format: Any = None, **params: Any) -> Any:
        """As `Completions.parse`, asynchronously."""
        from ..chat.structured_output import StructuredOutput

        return self._parsed(StructuredOutput[Any](response_format, params))

    @overload
    def stream(
        self, *, response_format: type[T], **params: Unpack[ParseParams]
    ) -> AsyncChatCompletionStreamManager[T]: ...
    @overload
    def stream(
        self, *, response_format: ResponseFormat | None = None, **params: Unpack[ParseParams]
    ) -> AsyncChatCompletionStreamManager[None]: ...
    @overload
    def stream(
        self, *, response_format: Any, **params: Unpack[ParseParams]
    ) -> AsyncChatCompletionStreamManager[Any]: ...
    @documented(create_chat_completion, like=Completions.stream)
    def stream(self, *, response_format: Any = None, **params: Any) -> Any:
        """As `Completions.stream`, asynchronously."""
        from ..chat.completion_stream import AsyncChatCompletionStreamManager
        from ..chat.structured_output import StructuredOutput

        output = StructuredOutput[Any](response_format, params)
        return AsyncChatCompletionStreamManager[Any](
            lambda: self.create(stream=True, **output.arguments), output.format, output.parsers
        )

    @overload
    def run_tools(
        self,
        *,
        response_format: type[T],
        stream: Literal[False] | None = None,
        **params: Unpack[RunParams],
    ) -> AsyncToolRun[T, AsyncToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[False] | None = None,
        **params: Unpack[RunParams],
    ) -> AsyncToolRun[None, AsyncToolTurn[None]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: Any,
        stream: Literal[False] | None = None,
        **params: Unpack[RunParams],
    ) -> AsyncToolRun[Any, AsyncToolTurn[Any]]: ...
    @overload
    def run_tools(
        self, *, response_format: type[T], stream: Literal[True], **params: Unpack[RunParams]
    ) -> AsyncToolRun[T, AsyncStreamedToolTurn[T]]: ...
    @overload
    def run_tools(
        self,
        *,
        response_format: ResponseFormat | None = None,
        stream: Literal[True],
        **params: Unpack[RunParams],
    ) -> AsyncToolRun[None, AsyncStreamedToolTurn[None]]: ...
    @overload
    def run_tools(
        self, *, response_format: Any, stream: Literal[True], **params: Unpack[RunParams]
    ) -> AsyncToolRun[Any, AsyncStreamedToolTurn[Any]]: ...
    @overload
    def run_tools(
        self, *, response_format: Any = None, stream: bool | None, **params: Unpack[RunParams]
    ) -> AsyncToolRun[Any, Any]: ...
    @documented(create_chat_completion, like=Completions.run_tools)
    def run_tools(
        self,
        *,
        tools: Sequence[Tool[..., Any] | Callable[..., Any]],
        response_format: Any = None,
        max_turns: int = 10,
        stream: bool | None = None,
        **params: Any,
    ) -> Any:
        """As `Completions.run_tools`, asynchronously."""
        from ..chat.tool_run import AsyncToolRun

        return AsyncToolRun[Any, Any](
            self.create, tools, response_format, params, max_turns=max_turns, stream=stream
        )

    async def _parsed(self, output: StructuredOutput[T]) -> ParsedChatCompletion[T]:
        return output.read(
            await self._engine.call(create_chat_completion.OPERATION, output.arguments)
        )

    async def _open(self, params: dict[str, Any]) -> AsyncStream[ChatCompletionChunk]:
        return AsyncStream(await self._engine.open(create_chat_completion.OPERATION, params))


class Chat:
    """The chat resources of a client."""

    def __init__(self, engine: Engine) -> None:
        self.completions = Completions(engine)


class AsyncChat:
    """The chat resources of an asynchronous client."""

    def __init__(self, engine: Engine) -> None:
        self.completions = AsyncCompletions(engine)
