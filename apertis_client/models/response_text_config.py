# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseTextConfig`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    tagged,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseTextConfig", "ResponseTextConfigDict"]


@model
class ResponseTextConfig(JSONObject):
    """The form of the text of a response.

    Attributes:
        format: The form that the text must have.
        verbosity: How long the answer is.
    """

    format: (
        ResponseFormatText
        | ResponseFormatTextDict
        | ResponseFormatJSONObject
        | ResponseFormatJSONObjectDict
        | ResponseTextFormatJSONSchema
        | ResponseTextFormatJSONSchemaDict
        | OtherResponseFormat
        | None
    ) = None
    verbosity: Verbosity | ResponseVerbosity | str | None = None


@for_pydantic
class ResponseTextConfigDict(TypedDict):
    """The plain dict that `ResponseTextConfig` is made from."""

    format: NotRequired[
        ResponseFormatText
        | ResponseFormatTextDict
        | ResponseFormatJSONObject
        | ResponseFormatJSONObjectDict
        | ResponseTextFormatJSONSchema
        | ResponseTextFormatJSONSchemaDict
        | OtherResponseFormat
    ]
    """The form that the text must have."""
    verbosity: NotRequired[Verbosity | ResponseVerbosity | str | None]
    """How long the answer is."""


# Below the class, because schemas may refer to each other in a circle.
from .other_response_format import OtherResponseFormat
from .response_format_json_object import (
    ResponseFormatJSONObject,
    ResponseFormatJSONObjectDict,
)
from .response_format_text import ResponseFormatText, ResponseFormatTextDict
from .response_text_format_json_schema import (
    ResponseTextFormatJSONSchema,
    ResponseTextFormatJSONSchemaDict,
)
from .response_verbosity import ResponseVerbosity
from .verbosity import Verbosity

set_decoders(
    ResponseTextConfig,
    nested={
        "format": tagged(
            "type",
            {
                "text": ResponseFormatText,
                "json_object": ResponseFormatJSONObject,
                "json_schema": ResponseTextFormatJSONSchema,
            },
            OtherResponseFormat,
        ),
    },
)
