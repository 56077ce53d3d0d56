"""Parses the text and the arguments of responses into types of the application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from apertis_client._runtime.arguments_text import arguments_text
from apertis_client.models.response_function_call import ResponseFunctionCall
from apertis_client.models.response_output_message import ResponseOutputMessage
from apertis_client.models.response_output_refusal import ResponseOutputRefusal

from .._answers.parsing import AnswerParser, cut_error, each_object, instances, remade
from .parsed import ParsedResponse, ParsedResponseFunctionCall

if TYPE_CHECKING:
    from apertis_client.models.response import Response

__all__ = ["ResponseParser", "end_reason", "has_no_result"]

T = TypeVar("T")


class ResponseParser(AnswerParser[T]):
    """The `AnswerParser` of responses. One that has no result yet, or none at all, is not read."""

    def read(self, answer: Response) -> ParsedResponse[T]:
        """Return a response with its text, and the arguments of its calls, parsed."""
        if has_no_result(answer):
            return remade(ParsedResponse[T], answer)
        self.check_whole(end_reason(answer), answer)

        def read(item: Any) -> Any:
            if not isinstance(item, ResponseFunctionCall):
                return item
            made = remade(ParsedResponseFunctionCall, item)
            made.parsed_arguments = self.checked_arguments(
                item.name, arguments_text(item.arguments), answer=answer
            )
            return made

        parsed = remade(ParsedResponse[T], answer, output=each_object(answer.output, read))
        refusal = any(
            isinstance(part, ResponseOutputRefusal)
            for message in instances(answer.output, ResponseOutputMessage)
            for part in message.content or ()
        )
        calls = instances(answer.output, ResponseFunctionCall)
        parsed.output_parsed = self.checked_content(
            self.text(answer), answer=answer, refusal=refusal, calls=calls
        )
        return parsed

    def text(self, answer: Response) -> str:
        return answer.output_text


def has_no_result(response: Response) -> bool:
    """Return whether a response has failed, or is still being made."""
    return response.status in ("failed", "cancelled", "queued", "in_progress")


def end_reason(response: Response) -> object:
    """Return why a response is incomplete, as a reason that is known; None where it is not."""
    if response.status != "incomplete":
        return None
    reason = getattr(response.incomplete_details, "reason", None)
    return reason if cut_error(reason) else "length"
