# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseTextFormatJSONSchema`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseTextFormatJSONSchema", "ResponseTextFormatJSONSchemaDict"]


@model
class ResponseTextFormatJSONSchema(JSONObject):
    """The text is JSON that follows a schema. For models with structured output.

    Attributes:
        type: Always `json_schema`.
        name: Name of the schema.
        schema: The JSON Schema that the text follows.
        description: What the answer is for, so that the model fills it in sensibly.
        strict: Make the answer follow `schema` exactly. Only part of JSON Schema is allowed
            then.
    """

    type: Literal["json_schema"] = "json_schema"
    name: str
    schema: Mapping[str, Any]
    description: str | None = None
    strict: bool | None = None


@for_pydantic
class ResponseTextFormatJSONSchemaDict(TypedDict):
    """The plain dict that `ResponseTextFormatJSONSchema` is made from."""

    type: Required[Literal["json_schema"]]
    """Always `json_schema`."""
    name: Required[str]
    """Name of the schema."""
    schema: Required[Mapping[str, Any]]
    """The JSON Schema that the text follows."""
    description: NotRequired[str]
    """What the answer is for, so that the model fills it in sensibly."""
    strict: NotRequired[bool | None]
    """Make the answer follow `schema` exactly. Only part of JSON Schema is allowed then."""


# Below the class, because schemas may refer to each other in a circle.
