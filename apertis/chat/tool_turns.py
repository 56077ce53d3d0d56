"""The turns of a tool run: answers of the model, each with the calls of tools that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from .requested_calls import RequestedCall, requested_calls

if TYPE_CHECKING:
    from .completion_stream import AsyncChatCompletionStream, ChatCompletionStream
    from .parsed import ParsedChatCompletion

__all__ = ["AsyncStreamedToolTurn", "AsyncToolTurn", "StreamedToolTurn", "ToolTurn"]

T = TypeVar("T")


class Runner(Protocol):
    """The run that a turn belongs to."""

    def run_calls(self, calls: list[RequestedCall]) -> Any:
        """Run the calls that have no content yet; an async run returns an awaitable."""
        ...


class _Turn(Generic[T]):
    """One answer of the model: calls of tools, or the last one.

    Attributes:
        completion: The answer.
        calls: The calls that it asks for, run when the next turn is asked for; none in the last.
    """

    def __init__(self, completion: ParsedChatCompletion[T], run: Runner) -> None:
        self.completion = completion
        self.calls = requested_calls(completion)
        self._run: Any = run


class ToolTurn(_Turn[T]):
    """One answer of the model: its `completion`, and the `calls` of tools that it asks for."""

    def run_calls(self) -> list[RequestedCall]:
        """Run the calls now that have no content yet, and return all of them."""
        self._run.run_calls(self.calls)
        return self.calls


class AsyncToolTurn(_Turn[T]):
    """One answer of the model: its `completion`, and the `calls` of tools that it asks for."""

    async def run_calls(self) -> list[RequestedCall]:
        """Run the calls now that have no content yet, and return all of them."""
        await self._run.run_calls(self.calls)
        return self.calls


class _StreamedTurn:
    """One answer of the model, as it is written.

    Attributes:
        stream: The events of the answer. What is not iterated is read when the run goes on.
    """

    def __init__(self, stream: Any, run: Runner) -> None:
        self.stream = stream
        self._run: Any = run
        self._calls: list[RequestedCall] | None = None

    def _take(self, completion: ParsedChatCompletion[Any]) -> list[RequestedCall]:
        if self._calls is None:
            self._calls = requested_calls(completion)
        return self._calls


class StreamedToolTurn(_StreamedTurn, Generic[T]):
    """One answer of the model, as it is written; its events are those of `stream`."""

    stream: ChatCompletionStream[T]

    def get_calls(self) -> list[RequestedCall]:
        """Read what is left and return the calls, which are run when the run goes on."""
        return self._take(self.stream.get_final_completion())

    def run_calls(self) -> list[RequestedCall]:
        """Read what is left, run the calls now that have no content yet, and return all."""
        calls = self.get_calls()
        self._run.run_calls(calls)
        return calls


class AsyncStreamedToolTurn(_StreamedTurn, Generic[T]):
    """One answer of the model, as it is written; its events are those of `stream`."""

    stream: AsyncChatCompletionStream[T]

    async def get_calls(self) -> list[RequestedCall]:
        """Read what is left and return the calls, which are run when the run goes on."""
        return self._take(await self.stream.get_final_completion())

    async def run_calls(self) -> list[RequestedCall]:
        """Read what is left, run the calls now that have no content yet, and return all."""
        calls = await self.get_calls()
        await self._run.run_calls(calls)
        return calls
