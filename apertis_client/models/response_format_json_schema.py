# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ResponseFormatJSONSchema`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    Literal,
    Required,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
    is_object,
    model,
)

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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("json_schema")
        if value is not None:
            members["json_schema"] = (
                JSONSchemaFormat.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "json_schema",
    ]
)


class ResponseFormatJSONSchemaDict(TypedDict):
    """The plain dict that `ResponseFormatJSONSchema` is made from."""

    type: Required[Literal["json_schema"]]
    """Always `json_schema`."""
    json_schema: Required[JSONSchemaFormat | JSONSchemaFormatDict]
    """The schema and its name."""


# Below the class: schemas may refer to each other in a circle.
from .json_schema_format import JSONSchemaFormat, JSONSchemaFormatDict
