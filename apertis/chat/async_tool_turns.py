"""The turns of a tool run: answers of the model, each with the calls of tools that it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from .._schema.tool import Tool
from .async_completion_stream import AsyncChatCompletionStream
from .call_tools import call_tools_async
from .parsed import ParsedChatCompletion
from .requested_calls import RequestedCall, requested_calls

__all__ = ["AsyncStreamedToolTurn", "AsyncToolTurn"]

T = TypeVar("T")


class AsyncToolTurn(Generic[T]):
    """One answer of the model: calls of tools, or the last one.

    Attributes:
        completion: The answer.
        calls: The calls that it asks for, run when the next turn is asked for; none in the last.
    """

    def __init__(
        self,
        completion: ParsedChatCompletion[T],
        tools: Mapping[str, Tool[..., Any]],
        traced: Any = None,  # a `TracedRun`, whose module needs OpenTelemetry
    ) -> None:
        self.completion = completion
        self.calls = requested_calls(completion)
        self._tools = tools
        self._traced = traced

    def __repr__(self) -> str:
        return f"{type(self).__name__}(completion={self.completion!r}, calls={self.calls!r})"

    async def run_calls(self) -> list[RequestedCall]:
        """Run the calls now that have no content yet, and return all of them."""
        await call_tools_async(self._tools, self.calls, self._traced)
        return self.calls


class AsyncStreamedToolTurn(Generic[T]):
    """One answer of the model, as it is written.

    Attributes:
        stream: The events of the answer. What is not iterated is read when the run goes on.
    """

    def __init__(
        self,
        stream: AsyncChatCompletionStream[T],
        tools: Mapping[str, Tool[..., Any]],
        traced: Any = None,  # a `TracedRun`, whose module needs OpenTelemetry
    ) -> None:
        self.stream = stream
        self._tools = tools
        self._traced = traced
        self._calls: list[RequestedCall] | None = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}(stream={self.stream!r})"

    async def get_calls(self) -> list[RequestedCall]:
        """Read what is left and return the calls, which are run when the run goes on."""
        completion = await self.stream.get_final_completion()
        if self._calls is None:
            self._calls = requested_calls(completion)
        return self._calls

    async def run_calls(self) -> list[RequestedCall]:
        """Read what is left, run the calls now that have no content yet, and return all."""
        calls = await self.get_calls()
        await call_tools_async(self._tools, calls, self._traced)
        return calls
