# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseReasoningItem`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseReasoningItem", "ResponseReasoningItemDict"]


@model
class ResponseReasoningItem(JSONObject):
    """How the model reasoned before it answered. It has to be sent back as it is.

    Attributes:
        type: Always `reasoning`.
        id: Id of the item.
        summary: A summary of the reasoning, in parts.
        content: The reasoning itself, in parts. Most providers leave it out.
        encrypted_content: The reasoning, encrypted.
        status: How far the item is.
    """

    type: Literal["reasoning"] = "reasoning"
    id: str | None = None
    summary: list[ResponseSummaryText] | None = None
    content: list[ResponseReasoningText] | None = None
    encrypted_content: str | None = None
    status: ResponseItemStatus | str | None = None


@for_pydantic
class ResponseReasoningItemDict(TypedDict):
    """The plain dict that `ResponseReasoningItem` is made from."""

    type: Required[Literal["reasoning"]]
    """Always `reasoning`."""
    id: NotRequired[str | None]
    """Id of the item."""
    summary: NotRequired[Sequence[ResponseSummaryText | ResponseSummaryTextDict] | None]
    """A summary of the reasoning, in parts."""
    content: NotRequired[
        Sequence[ResponseReasoningText | ResponseReasoningTextDict] | None
    ]
    """The reasoning itself, in parts. Most providers leave it out."""
    encrypted_content: NotRequired[str | None]
    """The reasoning, encrypted."""
    status: NotRequired[ResponseItemStatus | str | None]
    """How far the item is."""


# Below the class, because schemas may refer to each other in a circle.
from .response_item_status import ResponseItemStatus
from .response_reasoning_text import ResponseReasoningText, ResponseReasoningTextDict
from .response_summary_text import ResponseSummaryText, ResponseSummaryTextDict

set_decoders(
    ResponseReasoningItem,
    nested={
        "summary": list_of(object_of(ResponseSummaryText)),
        "content": list_of(object_of(ResponseReasoningText)),
    },
)
