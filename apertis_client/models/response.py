# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `Response`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict

from .._runtime.json_object import (
    decode_unknown,
    list_of,
    object_of,
    tagged,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.response import ResponseModel
from .._runtime.response_methods import ResponseMethods

__all__ = ["Response", "ResponseDict"]


@model
class Response(ResponseMethods, ResponseModel):
    """The model's answer to an input. One that failed says why in `error`; it is an answer all the
    same.

    Attributes:
        id: Id of the response.
        object: Kind of object, always `response`.
        created_at: When the response was begun, in seconds since 1970-01-01 UTC.
        status: How far the response is. Null where the server does not say, as a rule
            completed.
        model: Id of the model that answered.
        output: What the model has generated, item by item; `output_text` has the text of all of
            it.
        usage: How many tokens it took.
        error: Why the response failed.
        incomplete_details: Why the response is incomplete.
        instructions: What the model was told before the input.
        previous_response_id: Id of the response that this one follows.
        metadata: The notes of the request.
        service_tier: Class of service that was used.
    """

    id: str = promised(default=None)
    object: str | None = None
    created_at: float | None = None
    status: ResponseStatus | str | None = None
    model: str = promised(default=None)
    output: list[
        ResponseOutputMessage
        | ResponseReasoningItem
        | ResponseFunctionCall
        | OtherResponseItem
    ] = promised(default=None)
    usage: ResponseUsage = promised(default=None)
    error: ErrorObject | None = None
    incomplete_details: ResponseIncompleteDetails | None = None
    instructions: Any = None
    previous_response_id: str | None = None
    metadata: dict[str, str] | None = None
    service_tier: str | None = None


@for_pydantic
class ResponseDict(TypedDict):
    """The plain dict that `Response` is made from."""

    id: NotRequired[str | None]
    """Id of the response."""
    object: NotRequired[str | None]
    """Kind of object, always `response`."""
    created_at: NotRequired[float | None]
    """When the response was begun, in seconds since 1970-01-01 UTC."""
    status: NotRequired[ResponseStatus | str | None]
    """How far the response is. Null where the server does not say, as a rule completed."""
    model: NotRequired[str | None]
    """Id of the model that answered."""
    output: NotRequired[
        Sequence[
            ResponseOutputMessage
            | ResponseReasoningItem
            | ResponseReasoningItemDict
            | ResponseFunctionCall
            | ResponseFunctionCallDict
            | OtherResponseItem
        ]
        | None
    ]
    """What the model has generated, item by item; `output_text` has the text of all of it."""
    usage: NotRequired[ResponseUsage | ResponseUsageDict | None]
    """How many tokens it took."""
    error: NotRequired[ErrorObject | ErrorObjectDict | None]
    """Why the response failed."""
    incomplete_details: NotRequired[
        ResponseIncompleteDetails | ResponseIncompleteDetailsDict | None
    ]
    """Why the response is incomplete."""
    instructions: NotRequired[Any]
    """What the model was told before the input."""
    previous_response_id: NotRequired[str | None]
    """Id of the response that this one follows."""
    metadata: NotRequired[Mapping[str, str] | None]
    """The notes of the request."""
    service_tier: NotRequired[str | None]
    """Class of service that was used."""


# Below the class, because schemas may refer to each other in a circle.
from .error_object import ErrorObject, ErrorObjectDict
from .other_response_item import OtherResponseItem
from .response_function_call import ResponseFunctionCall, ResponseFunctionCallDict
from .response_incomplete_details import (
    ResponseIncompleteDetails,
    ResponseIncompleteDetailsDict,
)
from .response_output_message import ResponseOutputMessage
from .response_reasoning_item import ResponseReasoningItem, ResponseReasoningItemDict
from .response_status import ResponseStatus
from .response_usage import ResponseUsage, ResponseUsageDict

set_decoders(
    Response,
    nested={
        "output": list_of(
            tagged(
                "type",
                {
                    "message": ResponseOutputMessage,
                    "reasoning": ResponseReasoningItem,
                    "function_call": ResponseFunctionCall,
                },
                OtherResponseItem,
            )
        ),
        "usage": object_of(ResponseUsage),
        "error": object_of(ErrorObject),
        "incomplete_details": object_of(ResponseIncompleteDetails),
        "instructions": decode_unknown,
    },
)
