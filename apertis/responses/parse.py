"""Parses the text and the arguments of responses into types of the application."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

from apertis_client._runtime.json_object import JSONObject, is_array
from apertis_client.models.response_function_call import ResponseFunctionCall
from apertis_client.models.response_output_message import ResponseOutputMessage
from apertis_client.models.response_output_refusal import ResponseOutputRefusal

from .._answers.parsing import (
    ArgumentsParser,
    OutputFormat,
    checked_arguments,
    checked_content,
    each_object,
    is_strict,
    remade,
)
from .._errors.tree import (
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
)
from .parsed import ParsedResponse, ParsedResponseFunctionCall

if TYPE_CHECKING:
    from apertis_client.models.response import Response

__all__ = ["cut_error", "items_of", "parse_response"]

T = TypeVar("T")
I = TypeVar("I", bound=JSONObject)  # noqa: E741

_CUT: Final[Mapping[str, type[LengthFinishReasonError | ContentFilterFinishReasonError]]] = {
    "max_output_tokens": LengthFinishReasonError,
    "max_tokens": LengthFinishReasonError,
    "content_filter": ContentFilterFinishReasonError,
}


def parse_response(
    response: Response,
    response_format: OutputFormat[T] | None,
    parsers: Mapping[str, ArgumentsParser],
) -> ParsedResponse[T]:
    """Return a response with its text, and the arguments of its calls, parsed.

    The members are shared, not copied. `parsers` has the functions whose arguments are parsed, by
    name. Where neither a format nor a parser is given, and where the response failed, nothing is
    parsed and nothing raised.

    Raises:
        LengthFinishReasonError: the response was cut off at the token limit.
        ContentFilterFinishReasonError: the response was cut off by a content filter.
        StructuredOutputError: a text or arguments are complete and do not fit, or there is no text,
            no refusal and no call.
    """
    if response.status in ("failed", "cancelled", "queued", "in_progress"):
        return remade(ParsedResponse[T], response)
    if is_strict(response_format, parsers) and (cut := cut_error(response)) is not None:
        raise cut("structured output was cut off", completion=response)

    def read(item: Any) -> Any:
        if not isinstance(item, ResponseFunctionCall):
            return item
        made = remade(ParsedResponseFunctionCall, item)
        made.parsed_arguments = checked_arguments(
            item.name, item.arguments or "", parsers.get(item.name), completion=response
        )
        return made

    parsed = remade(ParsedResponse[T], response, output=each_object(response.output, read))
    text, calls = response.output_text, items_of(response, ResponseFunctionCall)
    refusal = any(
        isinstance(part, ResponseOutputRefusal)
        for message in items_of(response, ResponseOutputMessage)
        for part in message.content or ()
    )
    parsed.output_parsed = checked_content(
        text, response_format, completion=response, refusal=refusal, calls=calls
    )
    return parsed


def cut_error(
    response: Response,
) -> type[LengthFinishReasonError | ContentFilterFinishReasonError] | None:
    """Return the error for a response that was cut off; None where it was not."""
    if response.status != "incomplete":
        return None
    return _CUT.get(str(getattr(response.incomplete_details, "reason", None)))


def items_of(response: Response, kind: type[I]) -> list[I]:
    """Return the items of a response that are of a class."""
    output: Any = response.output
    return [each for each in output if isinstance(each, kind)] if is_array(output) else []
