# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseFunctionCallOutput`."""

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

__all__ = ["ResponseFunctionCallOutput", "ResponseFunctionCallOutputDict"]


@model
class ResponseFunctionCallOutput(JSONObject):
    """What a function returned.

    Attributes:
        type: Always `function_call_output`.
        call_id: Id of the call.
        output: What the function returned, as text or in parts, such as images.
        id: Id of the item.
        status: How far the item is.
    """

    type: Literal["function_call_output"] = "function_call_output"
    call_id: str
    output: (
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
    id: str | None = None
    status: ResponseItemStatus | str | None = None


@for_pydantic
class ResponseFunctionCallOutputDict(TypedDict):
    """The plain dict that `ResponseFunctionCallOutput` is made from."""

    type: Required[Literal["function_call_output"]]
    """Always `function_call_output`."""
    call_id: Required[str]
    """Id of the call."""
    output: Required[
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
    """What the function returned, as text or in parts, such as images."""
    id: NotRequired[str | None]
    """Id of the item."""
    status: NotRequired[ResponseItemStatus | str | None]
    """How far the item is."""


# Below the class, because schemas may refer to each other in a circle.
from .other_response_content import OtherResponseContent
from .response_input_file import ResponseInputFile, ResponseInputFileDict
from .response_input_image import ResponseInputImage, ResponseInputImageDict
from .response_input_text import ResponseInputText, ResponseInputTextDict
from .response_item_status import ResponseItemStatus
from .response_output_refusal import ResponseOutputRefusal, ResponseOutputRefusalDict
from .response_output_text import ResponseOutputText, ResponseOutputTextDict

set_decoders(
    ResponseFunctionCallOutput,
    texts={
        "output": list_of(
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
