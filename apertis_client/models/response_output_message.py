# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseOutputMessage`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    tagged,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseOutputMessage", "ResponseOutputMessageDict"]


@model
class ResponseOutputMessage(JSONObject):
    """A message of the model.

    Attributes:
        type: Always `message`.
        id: Id of the item.
        role: Who speaks, always `assistant`.
        status: How far the item is.
        content: The parts of the message.
    """

    type: Literal["message"] = "message"
    id: str | None = None
    role: str | None = None
    status: ResponseItemStatus | str | None = None
    content: list[
        ResponseOutputText | ResponseOutputRefusal | OtherResponseOutputContent
    ] = promised(default=None)


@for_pydantic
class ResponseOutputMessageDict(TypedDict):
    """The plain dict that `ResponseOutputMessage` is made from."""

    type: Required[Literal["message"]]
    """Always `message`."""
    id: NotRequired[str | None]
    """Id of the item."""
    role: NotRequired[str | None]
    """Who speaks, always `assistant`."""
    status: NotRequired[ResponseItemStatus | str | None]
    """How far the item is."""
    content: NotRequired[
        Sequence[
            ResponseOutputText
            | ResponseOutputTextDict
            | ResponseOutputRefusal
            | ResponseOutputRefusalDict
            | OtherResponseOutputContent
        ]
        | None
    ]
    """The parts of the message."""


# Below the class, because schemas may refer to each other in a circle.
from .other_response_output_content import OtherResponseOutputContent
from .response_item_status import ResponseItemStatus
from .response_output_refusal import ResponseOutputRefusal, ResponseOutputRefusalDict
from .response_output_text import ResponseOutputText, ResponseOutputTextDict

set_decoders(
    ResponseOutputMessage,
    nested={
        "content": list_of(
            tagged(
                "type",
                {"output_text": ResponseOutputText, "refusal": ResponseOutputRefusal},
                OtherResponseOutputContent,
            )
        ),
    },
)
