# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseUsage`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseUsage", "ResponseUsageDict"]


@model
class ResponseUsage(JSONObject):
    """How many tokens a response took.

    Attributes:
        input_tokens: Tokens of the input.
        output_tokens: Tokens of the output, those of the reasoning included.
        total_tokens: Both together.
        input_tokens_details: What kinds of tokens the input has.
        output_tokens_details: What kinds of tokens the output has.
    """

    input_tokens: int = promised(default=None)
    output_tokens: int = promised(default=None)
    total_tokens: int = promised(default=None)
    input_tokens_details: ResponseInputTokensDetails | None = None
    output_tokens_details: ResponseOutputTokensDetails | None = None


@for_pydantic
class ResponseUsageDict(TypedDict):
    """The plain dict that `ResponseUsage` is made from."""

    input_tokens: NotRequired[int | None]
    """Tokens of the input."""
    output_tokens: NotRequired[int | None]
    """Tokens of the output, those of the reasoning included."""
    total_tokens: NotRequired[int | None]
    """Both together."""
    input_tokens_details: NotRequired[
        ResponseInputTokensDetails | ResponseInputTokensDetailsDict | None
    ]
    """What kinds of tokens the input has."""
    output_tokens_details: NotRequired[
        ResponseOutputTokensDetails | ResponseOutputTokensDetailsDict | None
    ]
    """What kinds of tokens the output has."""


# Below the class, because schemas may refer to each other in a circle.
from .response_input_tokens_details import (
    ResponseInputTokensDetails,
    ResponseInputTokensDetailsDict,
)
from .response_output_tokens_details import (
    ResponseOutputTokensDetails,
    ResponseOutputTokensDetailsDict,
)

set_decoders(
    ResponseUsage,
    nested={
        "input_tokens_details": object_of(ResponseInputTokensDetails),
        "output_tokens_details": object_of(ResponseOutputTokensDetails),
    },
)
