"""The `EventBuilder`: makes the events of a stream from what the server sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

if TYPE_CHECKING:
    from .._streaming.format import Accumulator
    from .parsing import AnswerParser

__all__ = ["EventBuilder"]

T = TypeVar("T")


class EventBuilder(Generic[T]):
    """The base of what makes events; a derived class knows those of an API.

    Args:
        parser: Parses what has arrived.
    """

    _accumulator_class: ClassVar[type[Accumulator]]

    def __init__(self, parser: AnswerParser[T]) -> None:
        self._parser = parser
        self._accumulator: Any = self._accumulator_class()

    def add(self, event: Any, /) -> list[Any]:
        """Return the events of what the server sent next."""
        raise NotImplementedError

    def end(self) -> list[Any]:
        """Return the events of the end of the stream, where that is no event of its own."""
        return []

    def text(self, event: Any) -> str:
        """Return what an event adds to the text of the answer, that of the first choice."""
        raise NotImplementedError

    def answer(self) -> Any:
        """Return what has arrived so far, accumulated."""
        return self._accumulator.answer()

    def _parsed(self) -> Any:
        return self._parser.read(self.answer())
