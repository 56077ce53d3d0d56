# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseInputMessage`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    tagged,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseInputMessage", "ResponseInputMessageDict"]


@model
class ResponseInputMessage(JSONObject):
    """A message of a conversation.

    Attributes:
        role: Who speaks.
        content: What is said, as text or in parts.
        type: Always `message`.
    """

    role: ResponseRole | str
    content: (
        str
        | Sequence[
            ResponseInputText
            | ResponseInputTextDict
            | ResponseInputImage
            | ResponseInputImageDict
            | ResponseInputFile
            | ResponseInputFileDict
            | ResponseOutputText
            | ResponseOutputTextDict
            | ResponseOutputRefusal
            | ResponseOutputRefusalDict
            | OtherResponseContent
        ]
        | Sequence[Any]
    )
    type: Literal["message"] | None = None


@for_pydantic
class ResponseInputMessageDict(TypedDict):
    """The plain dict that `ResponseInputMessage` is made from."""

    role: Required[ResponseRole | str]
    """Who speaks."""
    content: Required[
        str
        | Sequence[
            ResponseInputText
            | ResponseInputTextDict
            | ResponseInputImage
            | ResponseInputImageDict
            | ResponseInputFile
            | ResponseInputFileDict
            | ResponseOutputText
            | ResponseOutputTextDict
            | ResponseOutputRefusal
            | ResponseOutputRefusalDict
            | OtherResponseContent
        ]
        | Sequence[Any]
    ]
    """What is said, as text or in parts."""
    type: NotRequired[Literal["message"]]
    """Always `message`."""


# Below the class, because schemas may refer to each other in a circle.
from .other_response_content import OtherResponseContent
from .response_input_file import ResponseInputFile, ResponseInputFileDict
from .response_input_image import ResponseInputImage, ResponseInputImageDict
from .response_input_text import ResponseInputText, ResponseInputTextDict
from .response_output_refusal import ResponseOutputRefusal, ResponseOutputRefusalDict
from .response_output_text import ResponseOutputText, ResponseOutputTextDict
from .response_role import ResponseRole

set_decoders(
    ResponseInputMessage,
    texts={
        "content": list_of(
            tagged(
                "type",
                {
                    "input_text": ResponseInputText,
                    "input_image": ResponseInputImage,
                    "input_file": ResponseInputFile,
                    "output_text": ResponseOutputText,
                    "refusal": ResponseOutputRefusal,
                },
                OtherResponseContent,
            )
        ),
    },
)
