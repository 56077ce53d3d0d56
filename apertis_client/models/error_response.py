# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ErrorResponse`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ErrorResponse", "ErrorResponseDict"]


@model
class ErrorResponse(JSONObject):
    """The body of an error, as a rule; some upstreams have shapes of their own.

    Attributes:
        error: What went wrong.
    """

    error: ErrorObject | str | None = None


@for_pydantic
class ErrorResponseDict(TypedDict):
    """The plain dict that `ErrorResponse` is made from."""

    error: NotRequired[ErrorObject | ErrorObjectDict | str | None]
    """What went wrong."""


# Below the class, because schemas may refer to each other in a circle.
from .error_object import ErrorObject, ErrorObjectDict

set_decoders(
    ErrorResponse,
    texts={
        "error": object_of(ErrorObject),
    },
)
