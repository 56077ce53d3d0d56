"""The `AnswerForm`: what is particular to the answers of one API."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from .requested_call import RequestedCall

__all__ = ["AnswerForm", "Output"]

F_co = TypeVar("F_co", covariant=True)


class Output(Protocol[F_co]):
    """What a call asks for: the arguments that say so, and the reader of the answer."""

    @property
    def arguments(self) -> dict[str, Any]: ...
    @property
    def can_fail(self) -> bool: ...
    def read(self, answer: Any, /) -> F_co:
        """Return an answer with its text and its tool calls parsed."""
        ...


class AnswerForm(Protocol):
    """How an API asks for tool calls, and takes their results.

    Attributes:
        conversation: The parameter that has the conversation.
        output: Makes the `Output` of a format, of the other arguments, and of whether arguments of
            tools that do not fit are read as None.
    """

    @property
    def conversation(self) -> str: ...
    @property
    def output(self) -> Callable[..., Output[Any]]: ...

    def items(self, given: Any, /) -> list[Any]:
        """Return the items of the conversation that was given, in a list of its own."""
        ...

    def requested_calls(self, answer: Any, /) -> list[RequestedCall]:
        """Return the calls that an answer asks for, each with an id of its own."""
        ...

    def answer_items(self, answer: Any, calls: list[RequestedCall], /) -> list[Any]:
        """Return what an answer adds to a conversation."""
        ...

    def result_items(self, calls: list[RequestedCall]) -> list[Any]:
        """Return what the results of its calls add to a conversation."""
        ...

    def unforce(self, choice: Any) -> Any:
        """Return a `tool_choice` for later turns, in which a forced call would never end."""
        ...
