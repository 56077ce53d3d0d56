"""The reading of completions that were asked for types of the application."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .._answers.structured_output import BaseOutput
from .parse import parse_completion

if TYPE_CHECKING:
    from apertis_client.models import ChatCompletion

    from .parsed import ParsedChatCompletion

__all__ = ["StructuredOutput"]

T = TypeVar("T")


class StructuredOutput(BaseOutput[T]):
    """The arguments of `create` that ask for structured output, and the reader of the answer."""

    def read(self, answer: ChatCompletion) -> ParsedChatCompletion[T]:
        """Return an answer with its text and its tool calls parsed.

        Raises:
            ContentFilterFinishReasonError: the answer was cut off by a content filter.
            LengthFinishReasonError: the answer was cut off at the token limit.
            StructuredOutputError: the answer does not fit the type that was asked for.
        """
        return parse_completion(answer, self.format, self.parsers)
