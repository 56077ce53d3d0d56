"""A conversation in which the model calls tools until it gives its last answer."""

from __future__ import annotations

from collections.abc import (
    Callable,
    Generator,  # async only
    Sequence,
)
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

from .._core.checks import check_bool
from .._core.numbers import check_count
from .._errors.tree import ApertisError, ToolTurnsError
from .._schema.tool import Tool
from .async_completion_stream import AsyncChatCompletionStream
from .async_tool_turns import AsyncStreamedToolTurn, AsyncToolTurn
from .call_tools import call_tools_async
from .parsed import ParsedChatCompletion
from .requested_calls import answer_messages
from .run_arguments import copy_messages, index_tools, unforce
from .structured_output import StructuredOutput

if TYPE_CHECKING:
    from .._tracing.run import TracedRun

__all__ = ["AsyncToolRun"]

T = TypeVar("T")
V = TypeVar("V")  # what a run yields for each turn


class AsyncToolRun(Generic[T, V]):
    """A conversation in which the model calls tools, until it has its answer.

    Iterate it, once, for each turn; the calls of a turn are run when the next one is asked for.
    Stop by leaving the loop. `get_final_completion` goes through what is left; awaiting an
    asynchronous run is the same. Where turns are streamed and you may leave early, use it as a
    context manager, or await `close`: that closes the connection.

    An asynchronous run calls the tools of a turn side by side, functions that are not async in
    threads. Cancelling it cancels the tools, but waits for functions in threads.

    Reading it raises what `create` raises, `ToolTurnsError` if the model calls tools for more turns
    than allowed, `LengthFinishReasonError` or `ContentFilterFinishReasonError` if an answer that
    calls tools was cut, and with a `response_format` what `parse` raises. The run is over then, and
    another one can go on with its `messages`.

    Attributes:
        messages: The conversation so far, in a list of its own. An answer is added together with
            the results of its calls, when the run goes on, so that it can always be sent.
    """

    def __init__(
        self,
        create: Callable[..., Any],
        tools: Sequence[Tool[..., Any] | Callable[..., Any]],
        response_format: Any,
        arguments: dict[str, Any],
        *,
        max_turns: int,
        stream: bool | None,
        is_traced: bool = False,
    ) -> None:
        self._create = create
        self._tools = index_tools(tools, allow_async=True)
        arguments = {**arguments, "tools": list(self._tools.values()) or None}
        self._output = StructuredOutput[T](response_format, arguments, lenient=True)
        self._max_turns = check_count("max_turns", max_turns, least=1)
        self._is_streamed = stream is not None and check_bool("stream", stream)
        self._turns = 0
        self._turn: Any = None  # the last one, whose calls have not been run
        self._final: ParsedChatCompletion[T] | None = None
        self._is_over = False
        self.messages: list[Any] = copy_messages(arguments.get("messages"))
        if arguments.get("n") not in (None, 1):
            raise ValueError(f"a run takes one choice, so n must be 1, not {arguments['n']}")
        self._traced: TracedRun | None = None
        if is_traced:
            from .._tracing.run import start_run

            self._traced = start_run(arguments.get("model"))

    def __repr__(self) -> str:
        state = "over" if self._is_over else "not over"
        return f"<{type(self).__name__}, turn {self._turns} of at most {self._max_turns}, {state}>"

    def __await__(self) -> Generator[Any, Any, ParsedChatCompletion[T]]:  # async only
        return self.get_final_completion().__await__()  # async only

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> V:
        if self._is_over:
            raise StopAsyncIteration
        with self._traced.turn() if self._traced else nullcontext():
            return await self._next_turn()

    async def _next_turn(self) -> V:
        self._is_over = True  # as it is if anything below raises
        if self._turn is not None:
            await self._finish_turn(self._turn)
        if self._final is not None:
            raise StopAsyncIteration
        output = self._output
        arguments = {**output.arguments, "messages": self.messages}
        if self._turns and "tool_choice" in arguments:
            arguments["tool_choice"] = unforce(arguments["tool_choice"])
        self._turns += 1
        if self._is_streamed:
            opened = await self._create(stream=True, **arguments)
            stream = AsyncChatCompletionStream(opened, output.format, output.parsers)
            self._turn = AsyncStreamedToolTurn(stream, self._tools, self._traced)
        else:
            completion = output.read(await self._create(**arguments))
            self._turn = AsyncToolTurn(completion, self._tools, self._traced)
        self._is_over = False
        return cast("V", self._turn)

    async def _finish_turn(self, turn: Any) -> None:
        if self._is_streamed:
            completion = await turn.stream.get_final_completion()
            calls = await turn.get_calls()
        else:
            completion, calls = turn.completion, turn.calls
        if calls and self._turns >= self._max_turns:
            raise ToolTurnsError(
                f"the model still calls tools after {self._max_turns} turn(s);"
                " max_turns=... allows more",
                completion=completion,
                messages=[*self.messages, *answer_messages(completion, calls)[:1]],
            )
        await call_tools_async(self._tools, calls, self._traced)
        self.messages += answer_messages(completion, calls)
        if not calls:
            self._final = completion

    async def get_final_completion(self) -> ParsedChatCompletion[T]:
        """Go through the turns that are left, and return the last answer."""
        async for _ in self:
            pass
        if self._final is None:
            raise ApertisError("the run was stopped before its last answer")
        return self._final

    async def close(self) -> None:
        """Stop here. A stream that is not at its end closes its connection."""
        self._is_over = True
        if self._is_streamed and self._turn is not None:
            await self._turn.stream.close()
        if self._traced is not None:
            self._traced.end()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()
