# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseFormatJSONSchema`."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseFormatJSONSchema", "ResponseFormatJSONSchemaDict"]


@model
class ResponseFormatJSONSchema(JSONObject):
    """The answer is JSON that follows a schema. For models with structured output.

    Attributes:
        type: Always `json_schema`.
        json_schema: The schema and its name.
    """

    type: Literal["json_schema"] = "json_schema"
    json_schema: JSONSchemaFormat | JSONSchemaFormatDict


@for_pydantic
class ResponseFormatJSONSchemaDict(TypedDict):
    """The plain dict that `ResponseFormatJSONSchema` is made from."""

    type: Required[Literal["json_schema"]]
    """Always `json_schema`."""
    json_schema: Required[JSONSchemaFormat | JSONSchemaFormatDict]
    """The schema and its name."""


# Below the class, because schemas may refer to each other in a circle.
from .json_schema_format import JSONSchemaFormat, JSONSchemaFormatDict

set_decoders(
    ResponseFormatJSONSchema,
    nested={
        "json_schema": object_of(JSONSchemaFormat),
    },
)
