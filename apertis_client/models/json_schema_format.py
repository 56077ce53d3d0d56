# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `JSONSchemaFormat`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["JSONSchemaFormat", "JSONSchemaFormatDict"]


@model
class JSONSchemaFormat(JSONObject):
    """A schema for the answer, and its name.

    Attributes:
        name: Name of the schema.
        description: What the answer is for, so that the model fills it in sensibly.
        schema: The JSON Schema that the answer follows.
        strict: Make the answer follow `schema` exactly. Null is the same as leaving it out.
            Only part of JSON Schema is allowed then.
    """

    name: str
    description: str | None = None
    schema: Mapping[str, Any] | None = None
    strict: bool | None = None


@for_pydantic
class JSONSchemaFormatDict(TypedDict):
    """The plain dict that `JSONSchemaFormat` is made from."""

    name: Required[str]
    """Name of the schema."""
    description: NotRequired[str]
    """What the answer is for, so that the model fills it in sensibly."""
    schema: NotRequired[Mapping[str, Any]]
    """The JSON Schema that the answer follows."""
    strict: NotRequired[bool | None]
    """Make the answer follow `schema` exactly. Null is the same as leaving it out. Only part of
    JSON Schema is allowed then.
    """


# Below the class, because schemas may refer to each other in a circle.
