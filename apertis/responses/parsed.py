"""Responses whose text and arguments have been parsed into types of the application.

The classes are those of the API with one attribute more. The members hold what the model sent, as
in any response; the parsed value is not a member and is never sent.
"""

from __future__ import annotations

from typing import Any, Generic, TypeAlias, TypeVar

from apertis_client.models.other_response_item import OtherResponseItem
from apertis_client.models.response import Response
from apertis_client.models.response_function_call import ResponseFunctionCall
from apertis_client.models.response_output_message import ResponseOutputMessage
from apertis_client.models.response_reasoning_item import ResponseReasoningItem

from .._answers.parsing import Parsed

__all__ = ["ParsedResponse", "ParsedResponseFunctionCall", "ParsedResponseItem"]

T = TypeVar("T")


class ParsedResponseFunctionCall(Parsed, ResponseFunctionCall):
    """A call of a function, with its arguments parsed.

    Attributes:
        parsed_arguments: The arguments as the types of the function; None if not parsed, and in a
            tool run where they do not fit.
    """

    __slots__ = ("parsed_arguments",)

    parsed_arguments: Any


ParsedResponseItem: TypeAlias = (
    ResponseOutputMessage | ResponseReasoningItem | ParsedResponseFunctionCall | OtherResponseItem
)
"""An item of a parsed response; its `type` tells which."""


class ParsedResponse(Parsed, Response, Generic[T]):
    """A response with its text parsed.

    Attributes:
        output_parsed: What the text says; None where the model refused, calls functions instead, or
            the response failed.
    """

    __slots__ = ("output_parsed",)

    output_parsed: T | None
    # Narrower than in the base class; this is safe where it is only read.
    output: list[ParsedResponseItem]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleVariableOverride]
