"""A conversation in which the model calls tools, until it has its answer.

`_ToolRun` knows what is said next, without a network; the worlds differ in the lines that await.
"""

from __future__ import annotations

import inspect
import math
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

from apertis_client._runtime.json_object import JSONObject, is_array, is_object
from apertis_client.models.chat_completion_message import ChatCompletionMessage

from .._errors.tree import ApertisError, ToolTurnsError
from .._logging import logger as parent
from .._schema.tools import Tool, UnknownToolError, error_content, result_content
from .completion_stream import AsyncChatCompletionStream, ChatCompletionStream
from .messages import to_send_back
from .structured_output import StructuredOutput
from .text import arguments_text

if TYPE_CHECKING:
    from apertis_client.models import ChatCompletion, ToolCall

    from .parsed import ParsedChatCompletion

__all__ = [
    "AsyncStreamedToolTurn",
    "AsyncToolRun",
    "AsyncToolTurn",
    "RequestedCall",
    "StreamedToolTurn",
    "ToolRun",
    "ToolTurn",
]

T = TypeVar("T")
V = TypeVar("V")  # what a run gives for each turn

logger = parent.getChild("tools")


class RequestedCall:
    """A call that the model asks for.

    Attributes:
        id: Id of the call; made up where the server gave none.
        name: Name of the tool.
        arguments: The arguments, as JSON text.
        parsed_arguments: The arguments as what the tool takes; None where they do not fit, which
            is no error yet.
        content: What the model is told of it: None until the tool has run. Set it before that, and
            the tool is not called.
        result: What the tool returned; None before.
        error: What went wrong, which the model is told as well; None where nothing did.
    """

    def __init__(self, call: ToolCall) -> None:
        function: Any = call.function
        self.id = call.id or f"call_{uuid.uuid4().hex}"
        self.name: str = getattr(function, "name", None) or ""
        self.arguments = arguments_text(getattr(function, "arguments", None)) or ""
        self.parsed_arguments: Any = getattr(call, "parsed_arguments", None)
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
        logger.debug("how the tool %s failed", self.name, exc_info=error)
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

    def __init__(self, completion: ParsedChatCompletion[T], run: ToolRun[T, Any]) -> None:
        self.completion = completion
        self.calls = _requested(completion)
        self._run = run

    def run_calls(self) -> list[RequestedCall]:
        """Run the calls now that have no content yet, and return all, with what came of them."""
        self._run.run_calls(self.calls)
        return self.calls


class AsyncToolTurn(Generic[T]):
    """One answer of the model: calls of tools, or the last one.

    Attributes:
        completion: The answer.
        calls: The calls that it asks for, run when the run goes on; none in the last turn.
    """

    def __init__(self, completion: ParsedChatCompletion[T], run: AsyncToolRun[T, Any]) -> None:
        self.completion = completion
        self.calls = _requested(completion)
        self._run = run

    async def run_calls(self) -> list[RequestedCall]:
        """Run the calls now that have no content yet, and return all, with what came of them."""
        await self._run.run_calls(self.calls)
        return self.calls


class StreamedToolTurn(Generic[T]):
    """One answer of the model, as it is written.

    Attributes:
        stream: The events of the answer. What is not iterated is read when the run goes on.
    """

    def __init__(self, stream: ChatCompletionStream[T], run: ToolRun[T, Any]) -> None:
        self.stream = stream
        self._run = run
        self._calls: list[RequestedCall] | None = None

    def get_calls(self) -> list[RequestedCall]:
        """Read what is left and return the calls, which are run when the run goes on."""
        if self._calls is None:
            self._calls = _requested(self.stream.get_final_completion())
        return self._calls

    def run_calls(self) -> list[RequestedCall]:
        """Read what is left, run the calls now that have no content yet, and return all."""
        calls = self.get_calls()
        self._run.run_calls(calls)
        return calls


class AsyncStreamedToolTurn(Generic[T]):
    """One answer of the model, as it is written.

    Attributes:
        stream: The events of the answer. What is not iterated is read when the run goes on.
    """

    def __init__(self, stream: AsyncChatCompletionStream[T], run: AsyncToolRun[T, Any]) -> None:
        self.stream = stream
        self._run = run
        self._calls: list[RequestedCall] | None = None

    async def get_calls(self) -> list[RequestedCall]:
        """Read what is left and return the calls, which are run when the run goes on."""
        if self._calls is None:
            self._calls = _requested(await self.stream.get_final_completion())
        return self._calls

    async def run_calls(self) -> list[RequestedCall]:
        """Read what is left, run the calls now that have no content yet, and return all."""
        calls = await self.get_calls()
        await self._run.run_calls(calls)
        return calls


class _ToolRun(Generic[T]):
    """What has been said, and what is said next.

    Attributes:
        messages: The conversation so far: a list of your own. An answer joins it together with the
            results of its calls, when the run goes on, so that it can always be sent.
    """

    _may_await = True

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
        self._tools = _by_name(tools)
        for each in self._tools.values():
            if each.is_async and not self._may_await:
                raise TypeError(f"the tool {each.name} is an async function: it needs AsyncApertis")
        arguments = {**arguments, "tools": list(self._tools.values()) or None}
        self._output = StructuredOutput[T](response_format, arguments, lenient=True)
        self._max_turns = _checked_turns(max_turns)
        self._is_streamed = bool(stream)
        self._turns = 0
        self._turn: Any = None  # the one at hand, whose calls have not been run
        self._final: ParsedChatCompletion[T] | None = None
        self._is_over = False
        self.messages: list[Any] = _checked_messages(arguments.get("messages"))
        if arguments.get("n") not in (None, 1):
            raise ValueError(f"a run goes on with one choice, so n must be 1, not {arguments['n']}")

    def arguments(self) -> dict[str, Any]:
        """Return what `create` is given for the next turn."""
        arguments = {**self._output.arguments, "messages": self.messages}
        if self._turns and "tool_choice" in arguments:
            arguments["tool_choice"] = _unforced(arguments["tool_choice"])
        self._turns += 1
        return arguments

    def check_turns(self, completion: ParsedChatCompletion[T], calls: list[RequestedCall]) -> None:
        """Check that there is a turn left to tell of the calls of an answer.

        Raises:
            ToolTurnsError: the model asks for more, and there are no turns left.
        """
        if calls and self._turns >= self._max_turns:
            raise ToolTurnsError(
                f"the model still calls tools after {self._max_turns} turn(s);"
                " max_turns=... allows more",
                completion=completion,
                messages=[*self.messages, _message(completion)],
            )

    def tool(self, call: RequestedCall) -> Tool[..., Any]:
        """Return the tool that is called; raises `UnknownToolError`."""
        try:
            return self._tools[call.name]
        except KeyError:
            raise UnknownToolError(call.name, self._tools) from None

    def answered(self, completion: ParsedChatCompletion[T], calls: list[RequestedCall]) -> None:
        """Add an answer and the results of its calls to the conversation."""
        message = _message(completion)
        if message is not None:
            self.messages.append(_with_ids(to_send_back(message), calls))
        self.messages += [
            {"role": "tool", "tool_call_id": call.id, "content": call.content} for call in calls
        ]
        if not calls:
            self._final = completion

    def final(self) -> ParsedChatCompletion[T]:
        """Return the last answer."""
        if self._final is None:
            raise ApertisError("the run was stopped before its last answer")
        return self._final


class ToolRun(_ToolRun[T], Generic[T, V]):
    """A conversation in which the model calls tools, until it has its answer.

    Iterate it, once, for each turn; the calls of a turn are run when the next one is asked for.
    Stop by leaving the loop. `get_final_completion` goes through what is left. Where turns are
    streamed and you may leave early, use it as a context manager, or call `close`: that closes the
    connection.

    Raises, wherever it is read: what `create` raises, `ToolTurnsError` where the model goes on for
    too long, and where a `response_format` was given what `parse` raises. It is over then;
    `messages` is what another run can go on with.
    """

    _may_await = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> V:
        if self._is_over:
            raise StopIteration
        self._is_over = True  # as it is where anything is raised from here on
        if self._turn is not None:
            self._go_on()
        if self._final is not None:
            raise StopIteration
        self._turn = turn = self._next_turn()
        self._is_over = False
        return cast("V", turn)

    def get_final_completion(self) -> ParsedChatCompletion[T]:
        """Go through the turns that are left, and return the last answer."""
        for _ in self:
            pass
        return self.final()

    def close(self) -> None:
        """Stop here. A stream that is not at its end gives up its connection."""
        self._is_over = True
        if self._is_streamed and self._turn is not None:
            self._turn.stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _next_turn(self) -> ToolTurn[T] | StreamedToolTurn[T]:
        if not self._is_streamed:
            return ToolTurn(self._output.read(self._create(**self.arguments())), self)
        opened = self._create(stream=True, **self.arguments())
        output = self._output
        return StreamedToolTurn(
            ChatCompletionStream[T](opened, output.format, output.parsers), self
        )

    def _go_on(self) -> None:
        turn = self._turn
        calls = turn.get_calls() if self._is_streamed else turn.calls
        completion = turn.stream.get_final_completion() if self._is_streamed else turn.completion
        self.check_turns(completion, calls)
        self.run_calls(calls)
        self.answered(completion, calls)

    def run_calls(self, calls: list[RequestedCall]) -> None:
        """Run the calls that have no content yet."""
        for call in calls:
            if call.content is None:
                self._call(call)

    def _call(self, call: RequestedCall) -> None:
        try:
            result = self.tool(call).run(call.arguments)
            call.returned(_no_coroutine(result))
        except Exception as error:  # noqa: BLE001  whatever it is, the model is told
            call.failed(error)


class AsyncToolRun(_ToolRun[T], Generic[T, V]):
    """A conversation in which the model calls tools, until it has its answer.

    Iterate it, once, for each turn; the calls of a turn are run, side by side, when the next one is
    asked for, functions that are not async in threads. Stop by leaving the loop.
    `get_final_completion` goes through what is left. Where turns are streamed and you may leave
    early, use it as a context manager, or await `close`: that closes the connection. Who cancels
    it cancels the tools; it waits for functions in threads, which cannot be.

    Raises, wherever it is read: what `create` raises, `ToolTurnsError` where the model goes on for
    too long, and where a `response_format` was given what `parse` raises. It is over then;
    `messages` is what another run can go on with.
    """

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> V:
        if self._is_over:
            raise StopAsyncIteration
        self._is_over = True  # as it is where anything is raised from here on
        if self._turn is not None:
            await self._go_on()
        if self._final is not None:
            raise StopAsyncIteration
        self._turn = await self._next_turn()
        self._is_over = False
        return cast("V", self._turn)

    async def get_final_completion(self) -> ParsedChatCompletion[T]:
        """Go through the turns that are left, and return the last answer."""
        async for _ in self:
            pass
        return self.final()

    async def close(self) -> None:
        """Stop here. A stream that is not at its end gives up its connection."""
        self._is_over = True
        if self._is_streamed and self._turn is not None:
            await self._turn.stream.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()

    async def _next_turn(self) -> AsyncToolTurn[T] | AsyncStreamedToolTurn[T]:
        if not self._is_streamed:
            return AsyncToolTurn(self._output.read(await self._create(**self.arguments())), self)
        opened = await self._create(stream=True, **self.arguments())
        output = self._output
        return AsyncStreamedToolTurn(
            AsyncChatCompletionStream[T](opened, output.format, output.parsers), self
        )

    async def _go_on(self) -> None:
        turn = self._turn
        is_streamed = self._is_streamed
        calls = await turn.get_calls() if is_streamed else turn.calls
        completion = await turn.stream.get_final_completion() if is_streamed else turn.completion
        self.check_turns(completion, calls)
        await self.run_calls(calls)
        self.answered(completion, calls)

    async def run_calls(self, calls: list[RequestedCall]) -> None:
        """Run the calls that have no content yet, side by side."""
        import anyio  # comes with httpx; serves asyncio and trio alike

        try:
            async with anyio.create_task_group() as tasks:
                for call in calls:
                    if call.content is None:
                        tasks.start_soon(self._call, call)
        except BaseExceptionGroup as group:
            raise _alone(group, anyio.get_cancelled_exc_class()) from None

    async def _call(self, call: RequestedCall) -> None:
        import anyio.to_thread

        try:
            tool = self.tool(call)
            if tool.is_async:
                result = tool.run(call.arguments)
            else:
                result = await anyio.to_thread.run_sync(tool.run, call.arguments)
            call.returned(await result if inspect.isawaitable(result) else result)
        except anyio.get_cancelled_exc_class():
            if anyio.current_effective_deadline() == -math.inf:  # it is the run that is cancelled
                raise
            call.failed(RuntimeError("what the tool waited for was cancelled"))
        except Exception as error:  # noqa: BLE001  whatever it is, the model is told
            call.failed(error)


def _no_coroutine(result: Any) -> Any:
    if inspect.iscoroutine(result):
        result.close()
        raise TypeError("it returned a coroutine, which needs AsyncApertis")
    return result


def _alone(group: BaseExceptionGroup[Any], cancelled: type[BaseException]) -> BaseException:
    """Return what a tool raised that was no `Exception`, as it was raised."""
    _, others = group.split(cancelled)
    error: Any = others or group
    while isinstance(error, BaseExceptionGroup):
        error = cast("Any", error).exceptions[0]
    return cast("BaseException", error)


def _message(completion: ChatCompletion) -> Any:
    """Return the message that the conversation goes on with; None where there is none."""
    choices: Any = completion.choices
    return getattr(choices[0], "message", None) if is_array(choices) and choices else None


def _requested(completion: ChatCompletion) -> list[RequestedCall]:
    """Return the calls that an answer asks for."""
    asked: Any = getattr(_message(completion), "tool_calls", None)
    objects = [call for call in asked or () if isinstance(call, JSONObject)]
    return [RequestedCall(call) for call in cast("list[ToolCall]", objects)]


def _with_ids(message: ChatCompletionMessage, calls: list[RequestedCall]) -> Any:
    """Return a message whose calls all have the ids that their results go by."""
    plain = message.to_dict()
    if all(call.get("id") for call in plain.get("tool_calls") or () if is_object(call)):
        return message
    ids = iter(calls)
    plain["tool_calls"] = [
        {**call, "id": next(ids).id} if is_object(call) else call for call in plain["tool_calls"]
    ]
    return ChatCompletionMessage.from_dict(plain)


def _unforced(choice: Any) -> Any:
    """Return a `tool_choice` for the turns after the first, where a forced call would never end."""
    if choice in (None, "none", "auto"):
        return choice
    choice = _plain(choice)
    allowed = _plain(choice.get("allowed_tools")) if is_object(choice) else None
    if not is_object(allowed):
        return "auto"
    return {**choice, "allowed_tools": {**allowed, "mode": "auto"}}


def _plain(value: Any) -> Any:
    return value.to_dict() if isinstance(value, JSONObject) else value


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
    return Tool(function)


def _checked_turns(max_turns: object) -> int:
    if isinstance(max_turns, bool) or not isinstance(max_turns, int):
        raise TypeError(f"max_turns must be a whole number, not {type(max_turns).__name__}")
    if max_turns < 1:
        raise ValueError(f"max_turns must be 1 or more, not {max_turns}")
    return max_turns


def _checked_messages(messages: Any) -> list[Any]:
    if messages is None:
        raise TypeError("a run needs the argument 'messages'")
    if isinstance(messages, (str, bytes, Mapping, JSONObject)):
        raise TypeError(f"messages must be a list, not {type(cast('object', messages)).__name__}")
    return list(cast("Iterable[Any]", messages))
