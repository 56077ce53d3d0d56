# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseTextDeltaEvent`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseTextDeltaEvent", "ResponseTextDeltaEventDict"]


@model
class ResponseTextDeltaEvent(JSONObject):
    """More of a text has come.

    Attributes:
        type: Always `response.output_text.delta`.
        item_id: Id of the item. Null in events that the gateway makes itself.
        output_index: Which item of the output it is, counted from 0.
        content_index: Which part of the message it is, counted from 0.
        delta: The new text.
        logprobs: The log probabilities of the new tokens.
        sequence_number: Number of the event. Null in events that the gateway makes itself.
    """

    type: Literal["response.output_text.delta"] = "response.output_text.delta"
    item_id: str | None = None
    output_index: int = promised(default=None)
    content_index: int = promised(default=None)
    delta: str = promised(default=None)
    logprobs: list[TokenLogprob] | None = None
    sequence_number: int | None = None


@for_pydantic
class ResponseTextDeltaEventDict(TypedDict):
    """The plain dict that `ResponseTextDeltaEvent` is made from."""

    type: Required[Literal["response.output_text.delta"]]
    """Always `response.output_text.delta`."""
    item_id: NotRequired[str | None]
    """Id of the item. Null in events that the gateway makes itself."""
    output_index: NotRequired[int | None]
    """Which item of the output it is, counted from 0."""
    content_index: NotRequired[int | None]
    """Which part of the message it is, counted from 0."""
    delta: NotRequired[str | None]
    """The new text."""
    logprobs: NotRequired[Sequence[TokenLogprob | TokenLogprobDict] | None]
    """The log probabilities of the new tokens."""
    sequence_number: NotRequired[int | None]
    """Number of the event. Null in events that the gateway makes itself."""


# Below the class, because schemas may refer to each other in a circle.
from .token_logprob import TokenLogprob, TokenLogprobDict

set_decoders(
    ResponseTextDeltaEvent,
    nested={
        "logprobs": list_of(object_of(TokenLogprob)),
    },
)
