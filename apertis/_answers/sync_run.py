# Generated from async_run.py: change that module, then run `make generate`.
# Never edit this file.
"""A conversation in which the model calls tools until it gives its last answer."""

from __future__ import annotations

from collections.abc import (
    Callable,
    Sequence,
)
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, cast

from .._core.attributes import NamesAttributes
from .._core.checks import check_bool, check_count
from .._errors.tree import ApertisError, ToolTurnsError
from .._importing import importing
from .._schema.tool import Tool
from .._streaming.stream import read_again
from .call_tools import call_tools_sync, index_tools
from .form import AnswerForm
from .sync_turns import StreamedTurn, Turn

if TYPE_CHECKING:
    from .._tracing.run import TracedRun

__all__ = ["Run"]

F = TypeVar("F")
V = TypeVar("V")  # what a run yields for each turn


class Run(NamesAttributes, Generic[F, V]):
    """The base of tool runs.

    Attributes:
        messages: The conversation so far, in a list of its own. An answer is added together with
            the results of its calls, when the run goes on, so that it can always be sent.
    """

    _form: ClassVar[AnswerForm[Any]]
    _stream_class: ClassVar[Any]  # a class of streams of events
    _turn_class: ClassVar[type[Turn[Any]]]
    _streamed_turn_class: ClassVar[type[StreamedTurn[Any]]]

    def __init__(
        self,
        create: Callable[..., Any],
        tools: Sequence[Tool[..., Any] | Callable[..., Any]],
        response_format: Any,
        arguments: dict[str, Any],
        *,
        max_turns: int = 10,
        stream: bool | None = None,
        is_traced: bool = False,
    ) -> None:
        self._create = create
        self._tools = index_tools(tools, allow_async=False)
        arguments = {**arguments, "tools": list(self._tools.values()) or None}
        self._asked = self._form.ask(response_format, arguments, is_lenient=True)
        self._max_turns = check_count("max_turns", max_turns, least=1)
        self._is_streamed = stream is not None and check_bool("stream", stream)
        self._turns = 0
        self._turn: Any = None  # the last one, whose calls have not been run
        self._final: F | None = None
        self._is_over = False
        self.messages: list[Any] = self._form.items(arguments.get(self._form.conversation))
        if arguments.get("n") not in (None, 1):
            raise ValueError(f"a run takes one choice, so n must be 1, not {arguments['n']}")
        self._traced: TracedRun | None = None
        if is_traced:
            with importing:
                from .._tracing.run import start_run

            self._traced = start_run(arguments.get("model"))

    def __repr__(self) -> str:
        state = "over" if self._is_over else "not over"
        return f"<{type(self).__name__}, turn {self._turns} of at most {self._max_turns}, {state}>"

    def __iter__(self) -> Self:
        if self._is_over:
            raise read_again(self._stream_class._final_method, "run", "turns")
        return self

    def __next__(self) -> V:
        if self._is_over:
            raise StopIteration
        with self._traced.turn() if self._traced else nullcontext():
            return self._next_turn()

    def _next_turn(self) -> V:
        self._is_over = True  # as it is if anything below raises
        if self._turn is not None:
            self._finish_turn(self._turn)
        if self._final is not None:
            raise StopIteration
        sent, parser = self._asked
        arguments = {**sent, self._form.conversation: self.messages}
        if self._turns and "tool_choice" in arguments:
            arguments["tool_choice"] = self._form.unforce(arguments["tool_choice"])
        self._turns += 1
        if self._is_streamed:
            opened = self._create(stream=True, **arguments)
            stream = type(self)._stream_class(opened, parser)
            turn: Any = self._streamed_turn_class(stream, self._form, self._tools, self._traced)
        else:
            answer = parser.read(self._create(**arguments))
            turn = self._turn_class(answer, self._form, self._tools, self._traced)
        self._turn = turn
        self._is_over = False
        return cast("V", turn)

    def _finish_turn(self, turn: Any) -> None:
        answer, calls = turn.get_answer(), turn.get_calls()
        if calls and self._turns >= self._max_turns:
            raise ToolTurnsError(
                f"the model still calls tools after {self._max_turns} turn(s);"
                " max_turns=... allows more",
                completion=answer,
                messages=[*self.messages, *self._form.answer_items(answer)],
            )
        call_tools_sync(self._tools, calls, self._traced)
        self.messages += self._form.answer_items(answer)
        self.messages += self._form.result_items(calls)
        if not calls:
            self._final = answer

    def _get_final(self) -> F:
        """Go through the turns that are left, and return the last answer."""
        while next(self, None) is not None:
            pass
        if self._final is None:
            raise ApertisError("the run was stopped before its last answer")
        return self._final

    def close(self) -> None:
        """Stop here. A stream that is not at its end closes its connection."""
        self._is_over = True
        if self._turn is not None:
            self._turn.close()
        if self._traced is not None:
            self._traced.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
