# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseFormatText`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseFormatText", "ResponseFormatTextDict"]


@model
class ResponseFormatText(JSONObject):
    """The answer is text of any form.

    Attributes:
        type: Always `text`.
    """

    type: Literal["text"] = "text"


@for_pydantic
class ResponseFormatTextDict(TypedDict):
    """The plain dict that `ResponseFormatText` is made from."""

    type: Required[Literal["text"]]
    """Always `text`."""


# Below the class, because schemas may refer to each other in a circle.
