# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `MessageMetadata`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["MessageMetadata", "MessageMetadataDict"]


@model
class MessageMetadata(JSONObject):
    """What the provider is told of a request.

    Attributes:
        user_id: Id of your end user, which is no name, to help find abuse.
    """

    user_id: str | None = None


@for_pydantic
class MessageMetadataDict(TypedDict):
    """The plain dict that `MessageMetadata` is made from."""

    user_id: NotRequired[str]
    """Id of your end user, which is no name, to help find abuse."""


# Below the class, because schemas may refer to each other in a circle.
