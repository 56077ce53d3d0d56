# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ErrorObject`."""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ErrorObject", "ErrorObjectDict"]


@model
class ErrorObject(JSONObject):
    """What went wrong. In an answer with status 200, an error whose fields are all empty is none.

    Attributes:
        message: What went wrong, for people.
        type: Kind of error. Values differ between upstreams.
        code: Code of the error, for programs. As a rule text; some upstreams give a number.
        param: The parameter of the request that is at fault.
    """

    message: str | None = None
    type: str | None = None
    code: Any = None
    param: str | None = None


@for_pydantic
class ErrorObjectDict(TypedDict):
    """The plain dict that `ErrorObject` is made from."""

    message: NotRequired[str | None]
    """What went wrong, for people."""
    type: NotRequired[str | None]
    """Kind of error. Values differ between upstreams."""
    code: NotRequired[Any]
    """Code of the error, for programs. As a rule text; some upstreams give a number."""
    param: NotRequired[str | None]
    """The parameter of the request that is at fault."""


# Below the class, because schemas may refer to each other in a circle.

set_decoders(
    ErrorObject,
    nested={
        "code": decode_unknown,
    },
)
