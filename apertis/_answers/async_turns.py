"""The turns of a tool run: answers of the model, each with the calls of tools that it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from .._schema.tool import Tool
from .async_event_stream import AsyncEventStream
from .call_tools import call_tools_async
from .form import AnswerForm
from .requested_call import RequestedCall

__all__ = ["AsyncStreamedTurn", "AsyncTurn"]

F = TypeVar("F")


class AsyncTurn(Generic[F]):
    """One answer of the model: calls of tools, or the last one.

    Attributes:
        answer: The answer.
        calls: The calls that it asks for, run when the next turn is asked for; none in the last.
    """

    _noun = "answer"

    def __init__(
        self,
        answer: F,
        form: AnswerForm[Any],
        tools: Mapping[str, Tool[..., Any]],
        traced: Any = None,  # a `TracedRun`, whose module needs OpenTelemetry
    ) -> None:
        self.answer = answer
        self.calls = form.requested_calls(answer)
        self._tools = tools
        self._traced = traced

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._noun}={self.answer!r}, calls={self.calls!r})"

    async def get_calls(self) -> list[RequestedCall]:
        """Return the calls."""
        return self.calls

    async def get_answer(self) -> F:
        """Return the answer."""
        return self.answer

    async def close(self) -> None:
        """Do nothing: all of the answer has been read."""

    async def run_calls(self) -> list[RequestedCall]:
        """Run the calls now that have no content yet, and return all of them."""
        await call_tools_async(self._tools, self.calls, self._traced)
        return self.calls


class AsyncStreamedTurn(Generic[F]):
    """One answer of the model, as it is written.

    Attributes:
        stream: The events of the answer. What is not iterated is read when the run goes on.
    """

    def __init__(
        self,
        stream: AsyncEventStream[Any, F],
        form: AnswerForm[Any],
        tools: Mapping[str, Tool[..., Any]],
        traced: Any = None,  # a `TracedRun`, whose module needs OpenTelemetry
    ) -> None:
        self.stream: Any = stream
        self._form = form
        self._tools = tools
        self._traced = traced
        self._calls: list[RequestedCall] | None = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}(stream={self.stream!r})"

    async def get_answer(self) -> F:
        """Read what is left and return the answer."""
        answer: F = await self.stream._get_final()
        return answer

    async def get_calls(self) -> list[RequestedCall]:
        """Read what is left and return the calls, which are run when the run goes on."""
        answer = await self.get_answer()
        if self._calls is None:
            self._calls = self._form.requested_calls(answer)
        return self._calls

    async def run_calls(self) -> list[RequestedCall]:
        """Read what is left, run the calls now that have no content yet, and return all."""
        calls = await self.get_calls()
        await call_tools_async(self._tools, calls, self._traced)
        return calls

    async def close(self) -> None:
        """Stop reading. A stream that is not at its end closes its connection."""
        await self.stream.close()
