"""A conversation in which the model calls tools, until it has its answer.

`_ToolRun` knows what is said next, without a network; the worlds differ in the lines that await.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

from ._completion_stream import AsyncChatCompletionStream, ChatCompletionStream
from ._exceptions import ApertisError, ToolTurnsError
from ._logging import logger as parent
from ._structured import StructuredOutput
from ._tools import Tool, UnknownToolError, error_content, result_content, tool

if TYPE_CHECKING:
    from apertis_client.models import ChatCompletion, ToolCall

    from ._parsed import ParsedChatCompletion
    from ._streaming import AsyncStream, Stream

__all__ = [
    "AsyncStreamedToolTurn",
    "AsyncToolRun",
    "RequestedCall",
    "StreamedToolTurn",
    "ToolRun",
    "ToolTurn",
]

T = TypeVar("T")
V = TypeVar("V")  # what a run gives for each turn

MAX_TURNS = 10

logger = parent.getChild("tools")


class RequestedCall:
    """A call that the model asks for.

    Attributes:
        id: Id of the call; empty where the server gave none.
        name: Name of the tool.
        arguments: The arguments, as JSON text.
        content: What the model is told of it: None until the tool has run. Set it before the run
            goes on, and the tool is not called.
        result: What the tool returned; None before.
        error: What went wrong, which the model is told as well; None where nothing did.
    """

    def __init__(self, call: ToolCall) -> None:
        function = call.function
        arguments: Any = getattr(function, "arguments", None)
        self.id = call.id or ""
        self.name = getattr(function, "name", None) or ""
        self.arguments: str = arguments if isinstance(arguments, str) else _json(arguments)
        self.content: str | None = None
        self.result: Any = None
        self.error: Exception | None = None

    def returned(self, result: Any) -> None:
        """Take what the tool returned."""
        self.result = result
        self.content = result_content(result)

    def failed(self, error: Exception) -> None:
        """Take what the tool raised, or what its arguments lack."""
        logger.info("the tool %s failed: %s", self.name, type(error).__name__)
        self.error = error
        self.content = error_content(error)

    def __repr__(self) -> str:
        return f"RequestedCall({self.name}({self.arguments}), content={self.content!r})"


class ToolTurn(Generic[T]):
    """One answer of the model: calls of tools, or the last one.

    Attributes:
        completion: The answer.
        calls: The calls that it asks for, run when the run goes on; none in the last turn.
    """

    def __init__(self, completion: ParsedChatCompletion[T], calls: list[RequestedCall]) -> None:
        self.completion = completion
        self.calls = calls


class StreamedToolTurn(Generic[T]):
    """One answer of the model, as it is written.

    Attributes:
        stream: The events of the answer. What is not iterated is read when the run goes on.
    """

    def __init__(self, stream: ChatCompletionStream[T], run: _ToolRun[T]) -> None:
        self.stream = stream
        self._run = run

    def get_calls(self) -> list[RequestedCall]:
        """Read what is left and return the calls, which are run when the run goes on."""
        return self._run.calls_of(self.stream.get_final_completion())


class AsyncStreamedToolTurn(Generic[T]):
    """One answer of the model, as it is written.

    Attributes:
        stream: The events of the answer. What is not iterated is read when the run goes on.
    """

    def __init__(self, stream: AsyncChatCompletionStream[T], run: _ToolRun[T]) -> None:
        self.stream = stream
        self._run = run

    async def get_calls(self) -> list[RequestedCall]:
        """Read what is left and return the calls, which are run when the run goes on."""
        return self._run.calls_of(await self.stream.get_final_completion())


class _ToolRun(Generic[T]):
    """What has been said, and what is said next.

    Attributes:
        messages: The conversation so far, answers and results included: a list of your own.
    """

    def __init__(
        self,
        tools: Sequence[Tool[..., Any] | Callable[..., Any]],
        response_format: Any,
        arguments: dict[str, Any],
        *,
        max_turns: int,
        stream: bool | None,
    ) -> None:
        self._tools = _by_name(tools)
        self._output = StructuredOutput[T](response_format, arguments)
        self._output.arguments["tools"] = list(self._tools.values()) or None
        self._max_turns = _checked_turns(max_turns)
        self._is_streamed = bool(stream)
        self._turns = 0
        self._calls: tuple[object, list[RequestedCall]] = (None, [])
        self._final: list[ParsedChatCompletion[T]] = []
        self.messages: list[Any] = [*(arguments.get("messages") or ())]
        if (arguments.get("n") or 1) > 1:
            raise ValueError(f"a run goes on with one choice, so n must be 1, not {arguments['n']}")

    def arguments(self) -> dict[str, Any]:
        """Return what `create` is given for the next turn."""
        arguments = {**self._output.arguments, "messages": self.messages}
        if self._turns and arguments.get("tool_choice") not in (None, "none", "auto"):
            # A choice that forces a call would force one for ever.
            arguments["tool_choice"] = "auto"
        self._turns += 1
        return arguments

    def read(self, completion: ChatCompletion) -> ParsedChatCompletion[T]:
        """Return an answer with what its text says."""
        return self._output.read(completion)

    def calls_of(self, completion: ChatCompletion) -> list[RequestedCall]:
        """Return the calls that an answer asks for, the same ones each time."""
        known, calls = self._calls
        if known is not completion:
            message = completion.choices[0].message if completion.choices else None
            calls = [RequestedCall(call) for call in getattr(message, "tool_calls", None) or ()]
            self._calls = (completion, calls)
        return calls

    def goes_on(self, completion: ParsedChatCompletion[T]) -> list[RequestedCall]:
        """Add an answer to the conversation, and return the calls that are to be run now.

        Raises:
            ToolTurnsError: the model asks for more, and there are no turns left.
        """
        if completion.choices:
            self.messages.append(completion.choices[0].message)
        calls = self.calls_of(completion)
        if not calls:
            self._final.append(completion)
        elif self._turns >= self._max_turns:
            raise ToolTurnsError(
                f"the model still calls tools after {self._turns} turns; max_turns=... allows more",
                completion=completion,
                messages=self.messages,
            )
        return [call for call in calls if call.content is None]

    def tool(self, call: RequestedCall) -> Tool[..., Any]:
        """Return the tool that is called; raises `UnknownToolError`."""
        try:
            return self._tools[call.name]
        except KeyError:
            raise UnknownToolError(call.name, self._tools) from None

    def answered(self, completion: ChatCompletion) -> None:
        """Add the results of the calls of an answer to the conversation."""
        self.messages += [
            {"role": "tool", "tool_call_id": call.id, "content": call.content}
            for call in self.calls_of(completion)
        ]

    def final(self) -> ParsedChatCompletion[T]:
        """Return the last answer."""
        if not self._final:
            raise ApertisError("the run was stopped before its last answer")
        return self._final[0]


class ToolRun(_ToolRun[T], Generic[T, V]):
    """A conversation in which the model calls tools, until it has its answer.

    Iterate it for each turn; the calls of a turn are run when the next one is asked for. Stop by
    leaving the loop. `get_final_completion` goes through what is left.

    Raises, wherever it is read: what `create` raises, `ToolTurnsError` where the model goes on for
    too long, and where a `response_format` was given what `parse` raises.
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
    ) -> None:
        super().__init__(tools, response_format, arguments, max_turns=max_turns, stream=stream)
        for each in self._tools.values():
            if each.is_async:
                raise TypeError(f"the tool {each.name} is an async function: it needs AsyncApertis")
        self._create = create
        self._left = self._run()

    def __iter__(self) -> Iterator[V]:
        return self._left

    def get_final_completion(self) -> ParsedChatCompletion[T]:
        """Go through the turns that are left, and return the last answer."""
        for _ in self._left:
            pass
        return self.final()

    def close(self) -> None:
        """Stop here. A stream that is not at its end gives up its connection."""
        self._left.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _run(self) -> Generator[V]:
        while not self._final:
            completion = yield from self._turn()
            for call in self.goes_on(completion):
                try:
                    call.returned(self.tool(call).run(call.arguments))
                except Exception as error:  # noqa: BLE001  whatever it is, the model is told
                    call.failed(error)
            self.answered(completion)

    def _turn(self) -> Generator[V, None, ParsedChatCompletion[T]]:
        turn: Any
        if self._is_streamed:
            opened: Stream[Any] = self._create(stream=True, **self.arguments())
            with ChatCompletionStream[T](opened, self._output.format) as stream:
                turn = StreamedToolTurn(stream, self)
                yield turn
                return stream.get_final_completion()
        completion = self.read(self._create(**self.arguments()))
        turn = ToolTurn(completion, self.calls_of(completion))
        yield turn
        return completion


class AsyncToolRun(_ToolRun[T], Generic[T, V]):
    """A conversation in which the model calls tools, until it has its answer.

    Iterate it for each turn; the calls of a turn are run, side by side, when the next one is asked
    for, functions that are not async in threads. Stop by leaving the loop. `get_final_completion`
    goes through what is left.

    Raises, wherever it is read: what `create` raises, `ToolTurnsError` where the model goes on for
    too long, and where a `response_format` was given what `parse` raises.
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
    ) -> None:
        super().__init__(tools, response_format, arguments, max_turns=max_turns, stream=stream)
        self._create = create
        self._left = self._run()

    def __aiter__(self) -> AsyncIterator[V]:
        return self._left

    async def get_final_completion(self) -> ParsedChatCompletion[T]:
        """Go through the turns that are left, and return the last answer."""
        async for _ in self._left:
            pass
        return self.final()

    async def close(self) -> None:
        """Stop here. A stream that is not at its end gives up its connection."""
        await self._left.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()

    async def _run(self) -> AsyncGenerator[V]:
        import anyio  # comes with httpx; serves asyncio and trio alike

        while not self._final:
            turn: Any
            if self._is_streamed:
                opened: AsyncStream[Any] = await self._create(stream=True, **self.arguments())
                async with AsyncChatCompletionStream[T](opened, self._output.format) as stream:
                    turn = AsyncStreamedToolTurn(stream, self)
                    yield turn
                    completion = await stream.get_final_completion()
            else:
                completion = self.read(await self._create(**self.arguments()))
                turn = ToolTurn(completion, self.calls_of(completion))
                yield turn
            calls = self.goes_on(completion)
            async with anyio.create_task_group() as tasks:
                for call in calls:
                    tasks.start_soon(self._called, call)
            self.answered(completion)

    async def _called(self, call: RequestedCall) -> None:
        import anyio.to_thread

        try:
            tool = self.tool(call)
            if tool.is_async:
                call.returned(await tool.run(call.arguments))
            else:
                call.returned(await anyio.to_thread.run_sync(tool.run, call.arguments))
        except Exception as error:  # noqa: BLE001  whatever it is, the model is told
            call.failed(error)


def _by_name(tools: Sequence[Any]) -> dict[str, Tool[..., Any]]:
    if isinstance(tools, (str, bytes)) or not isinstance(tools, Sequence):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"tools must be a list of functions, not {type(tools).__name__}")
    named: dict[str, Tool[..., Any]] = {}
    for each in tools:
        made = cast("Tool[..., Any]", each if isinstance(each, Tool) else _tool_of(each))
        if made.name in named:
            raise ValueError(f"two tools are called {made.name!r}; give one another name=...")
        named[made.name] = made
    return named


def _tool_of(function: Any) -> Tool[..., Any]:
    if not callable(function):
        raise TypeError(
            f"a run calls the tools itself, so they must be functions; one is"
            f" {type(function).__name__}. For others, use create or parse"
        )
    return tool(function)


def _checked_turns(max_turns: object) -> int:
    if isinstance(max_turns, bool) or not isinstance(max_turns, int):
        raise TypeError(f"max_turns must be a whole number, not {type(max_turns).__name__}")
    if max_turns < 1:
        raise ValueError(f"max_turns must be 1 or more, not {max_turns}")
    return max_turns


def _json(arguments: Any) -> str:
    if arguments is None:
        return ""
    import json

    return json.dumps(arguments)
