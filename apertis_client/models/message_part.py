# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `MessagePart`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["MessagePart", "MessagePartDict"]


@model
class MessagePart(JSONObject):
    """A part of a message, from upstreams that send its content in parts.

    Attributes:
        type: Kind of part, as a rule `text`.
        text: The text of the part.
    """

    type: str | None = None
    text: str | None = None


@for_pydantic
class MessagePartDict(TypedDict):
    """The plain dict that `MessagePart` is made from."""

    type: NotRequired[str | None]
    """Kind of part, as a rule `text`."""
    text: NotRequired[str | None]
    """The text of the part."""


# Below the class, because schemas may refer to each other in a circle.
