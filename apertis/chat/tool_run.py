"""A conversation in which the model calls tools until it gives its last answer."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, cast

from apertis_client._runtime.json_object import JSONObject, is_object

from .._errors.tree import ApertisError, ToolTurnsError
from .._schema.tool import Tool
from .._schema.tool_messages import UnknownToolError
from .._transport.run_sync import run_sync
from .completion_stream import AsyncChatCompletionStream, ChatCompletionStream
from .requested_calls import RequestedCall, answer_messages
from .structured_output import StructuredOutput
from .tool_turns import AsyncStreamedToolTurn, AsyncToolTurn, StreamedToolTurn, ToolTurn

if TYPE_CHECKING:
    from .parsed import ParsedChatCompletion

__all__ = ["AsyncToolRun", "ToolRun"]

T = TypeVar("T")
V = TypeVar("V")  # what a run yields for each turn


class _Run(Generic[T]):
    """What sync and async runs share: the conversation so far, and what is asked next.

    Attributes:
        messages: The conversation so far, in a list of its own. An answer is added together with
            the results of its calls, when the run goes on, so that it can always be sent.
    """

    # What a run is made of, sync or async.
    _turn_type: ClassVar[Any]
    _streamed_turn_type: ClassVar[Any]
    _stream_type: ClassVar[Any]

    def __init__(
        self,
        create: Callable[..., Any],
        tools: Sequence[Tool[..., Any] | Callable[..., Any]],
        response_format: Any,
        arguments: dict[str, Any],
        *,
        max_turns: int,
        stream: bool | None,
    ) -> None:
        self._create = create
        self._tools = _index_tools(tools)
        arguments = {**arguments, "tools": list(self._tools.values()) or None}
        self._output = StructuredOutput[T](response_format, arguments, lenient=True)
        self._max_turns = _check_turns(max_turns)
        self._is_streamed = bool(stream)
        self._turns = 0
        self._turn: Any = None  # the last one, whose calls have not been run
        self._final: ParsedChatCompletion[T] | None = None
        self._is_over = False
        self.messages: list[Any] = _copy_messages(arguments.get("messages"))
        if arguments.get("n") not in (None, 1):
            raise ValueError(f"a run takes one choice, so n must be 1, not {arguments['n']}")

    async def _advance(self) -> Any:
        """Run the calls of the last turn, and return the next turn; None after the last one.

        In a sync run no part of this waits.
        """
        if self._is_over:
            return None
        self._is_over = True  # as it is if anything below raises
        if self._turn is not None:
            await self._finish_turn()
        if self._final is not None:
            return None
        arguments = {**self._output.arguments, "messages": self.messages}
        if self._turns and "tool_choice" in arguments:
            arguments["tool_choice"] = _unforce(arguments["tool_choice"])
        self._turns += 1
        if self._is_streamed:
            opened = await _resolve(self._create(stream=True, **arguments))
            stream = self._stream_type(opened, self._output.format, self._output.parsers)
            self._turn = self._streamed_turn_type(stream, self)
        else:
            answer = await _resolve(self._create(**arguments))
            self._turn = self._turn_type(self._output.read(answer), self)
        self._is_over = False
        return self._turn

    async def _finish_turn(self) -> None:
        turn: Any = self._turn
        if self._is_streamed:
            completion = await _resolve(turn.stream.get_final_completion())
            calls = await _resolve(turn.get_calls())
        else:
            completion, calls = turn.completion, turn.calls
        if calls and self._turns >= self._max_turns:
            raise ToolTurnsError(
                f"the model still calls tools after {self._max_turns} turn(s);"
                " max_turns=... allows more",
                completion=completion,
                messages=[*self.messages, *answer_messages(completion, calls)[:1]],
            )
        await _resolve(self.run_calls(calls))
        self.messages += answer_messages(completion, calls)
        if not calls:
            self._final = completion

    def run_calls(self, calls: list[RequestedCall]) -> Any:
        """Run the calls that have no content yet."""
        raise NotImplementedError

    def _tool(self, call: RequestedCall) -> Tool[..., Any]:
        """Return the tool that is called; raises `UnknownToolError`."""
        try:
            return self._tools[call.name]
        except KeyError:
            raise UnknownToolError(call.name, self._tools) from None

    def _last_answer(self) -> ParsedChatCompletion[T]:
        if self._final is None:
            raise ApertisError("the run was stopped before its last answer")
        return self._final


class ToolRun(_Run[T], Generic[T, V]):
    """A conversation in which the model calls tools until it gives its last answer.

    Iterate it, once, for each turn; the calls of a turn are run when the next one is asked for.
    Stop by leaving the loop. `get_final_completion` goes through what is left. Where turns are
    streamed and you may leave early, use it as a context manager, or call `close`: that closes the
    connection.

    Reading it raises what `create` raises, `ToolTurnsError` if the model calls tools for more turns
    than allowed, `LengthFinishReasonError` or `ContentFilterFinishReasonError` if an answer that
    calls tools was cut, and with a `response_format` what `parse` raises. The run is over then, and
    another one can go on with its `messages`.
    """

    _turn_type = ToolTurn
    _streamed_turn_type = StreamedToolTurn
    _stream_type = ChatCompletionStream

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in self._tools.values():
            if each.is_async:
                raise TypeError(f"the tool {each.name} is an async function: it needs AsyncApertis")

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> V:
        turn = run_sync(self._advance())
        if turn is None:
            raise StopIteration
        return cast("V", turn)

    def get_final_completion(self) -> ParsedChatCompletion[T]:
        """Go through the turns that are left, and return the last answer."""
        for _ in self:
            pass
        return self._last_answer()

    def close(self) -> None:
        """Stop here. A stream that is not at its end closes its connection."""
        self._is_over = True
        if self._is_streamed and self._turn is not None:
            self._turn.stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def run_calls(self, calls: list[RequestedCall]) -> None:
        """Run the calls that have no content yet."""
        for call in calls:
            if call.content is None:
                self._run_call(call)

    def _run_call(self, call: RequestedCall) -> None:
        try:
            result = self._tool(call).run(call.arguments)
            if inspect.iscoroutine(result):
                result.close()
                raise TypeError("it returned a coroutine, which needs AsyncApertis")  # noqa: TRY301
            call.set_result(result)
        except Exception as error:  # noqa: BLE001  the model is told, whatever it is
            call.set_error(error)


class AsyncToolRun(_Run[T], Generic[T, V]):
    """A conversation in which the model calls tools until it gives its last answer.

    Iterate it, once, for each turn; the calls of a turn are run concurrently when the next one is
    asked for, functions that are not async in threads. Stop by leaving the loop.
    `get_final_completion` goes through what is left. Where turns are streamed and you may leave
    early, use it as a context manager, or await `close`: that closes the connection. Cancelling it
    cancels the tools; functions in threads cannot be cancelled, so it waits for them.

    Reading it raises what `create` raises, `ToolTurnsError` if the model calls tools for more turns
    than allowed, `LengthFinishReasonError` or `ContentFilterFinishReasonError` if an answer that
    calls tools was cut, and with a `response_format` what `parse` raises. The run is over then, and
    another one can go on with its `messages`.
    """

    _turn_type = AsyncToolTurn
    _streamed_turn_type = AsyncStreamedToolTurn
    _stream_type = AsyncChatCompletionStream

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> V:
        turn = await self._advance()
        if turn is None:
            raise StopAsyncIteration
        return cast("V", turn)

    async def get_final_completion(self) -> ParsedChatCompletion[T]:
        """Go through the turns that are left, and return the last answer."""
        async for _ in self:
            pass
        return self._last_answer()

    async def close(self) -> None:
        """Stop here. A stream that is not at its end closes its connection."""
        self._is_over = True
        if self._is_streamed and self._turn is not None:
            await self._turn.stream.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()

    async def run_calls(self, calls: list[RequestedCall]) -> None:
        """Run the calls that have no content yet, concurrently."""
        import anyio  # comes with httpx; serves asyncio and trio alike

        try:
            async with anyio.create_task_group() as tasks:
                for call in calls:
                    if call.content is None:
                        tasks.start_soon(self._run_call, call)
        except BaseExceptionGroup as group:
            raise _first_error(group, anyio.get_cancelled_exc_class()) from None

    async def _run_call(self, call: RequestedCall) -> None:
        import anyio.to_thread

        try:
            tool = self._tool(call)
            if tool.is_async:
                result = tool.run(call.arguments)
            else:
                result = await anyio.to_thread.run_sync(tool.run, call.arguments)
            call.set_result(await _resolve(result))
        except anyio.get_cancelled_exc_class():
            if anyio.current_effective_deadline() == -math.inf:  # the run is cancelled
                raise
            call.set_error(RuntimeError("what the tool waited for was cancelled"))
        except Exception as error:  # noqa: BLE001  the model is told, whatever it is
            call.set_error(error)


async def _resolve(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


def _first_error(group: BaseExceptionGroup[Any], cancelled: type[BaseException]) -> BaseException:
    """Return what a tool raised that is not an `Exception`, taken out of exception groups."""
    _, others = group.split(cancelled)
    error: Any = others or group
    while isinstance(error, BaseExceptionGroup):
        error = cast("Any", error).exceptions[0]
    return cast("BaseException", error)


def _unforce(choice: Any) -> Any:
    """Return a `tool_choice` for later turns, in which a forced call would never end."""
    if choice in (None, "none", "auto"):
        return choice
    choice = _plain(choice)
    allowed = _plain(choice.get("allowed_tools")) if is_object(choice) else None
    if not is_object(allowed):
        return "auto"
    return {**choice, "allowed_tools": {**allowed, "mode": "auto"}}


def _plain(value: Any) -> Any:
    return value.to_dict() if isinstance(value, JSONObject) else value


def _index_tools(tools: Sequence[Any]) -> dict[str, Tool[..., Any]]:
    if isinstance(tools, (str, bytes)) or not isinstance(tools, Sequence):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"tools must be a list of functions, not {type(tools).__name__}")
    named: dict[str, Tool[..., Any]] = {}
    for each in tools:
        made = cast("Tool[..., Any]", each if isinstance(each, Tool) else _make_tool(each))
        if made.name in named:
            raise ValueError(f"two tools are called {made.name!r}; rename one with name=...")
        named[made.name] = made
    return named


def _make_tool(function: Any) -> Tool[..., Any]:
    if not callable(function):
        raise TypeError(
            f"a run calls the tools itself, so each must be a function, not"
            f" {type(function).__name__}. For other tools, use create or parse"
        )
    return Tool(function)


def _check_turns(max_turns: object) -> int:
    if isinstance(max_turns, bool) or not isinstance(max_turns, int):
        raise TypeError(f"max_turns must be a whole number, not {type(max_turns).__name__}")
    if max_turns < 1:
        raise ValueError(f"max_turns must be 1 or more, not {max_turns}")
    return max_turns


def _copy_messages(messages: Any) -> list[Any]:
    if messages is None:
        raise TypeError("a run needs the argument 'messages'")
    if isinstance(messages, (str, bytes, Mapping, JSONObject)):
        raise TypeError(f"messages must be a list, not {type(cast('object', messages)).__name__}")
    return list(cast("Iterable[Any]", messages))
