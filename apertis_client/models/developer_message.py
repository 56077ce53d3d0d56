# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `DeveloperMessage`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["DeveloperMessage", "DeveloperMessageDict"]


@model
class DeveloperMessage(JSONObject):
    """Instructions for the model, which rank above the user's. Newer OpenAI models take them in
    place of a system message.

    Attributes:
        role: Always `developer`.
        content: The instructions, as text or as parts of text.
        name: Name of the author, to tell apart authors of the same role.
    """

    role: Literal["developer"] = "developer"
    content: str | Sequence[TextContentPart | TextContentPartDict] | Sequence[Any]
    name: str | None = None


@for_pydantic
class DeveloperMessageDict(TypedDict):
    """The plain dict that `DeveloperMessage` is made from."""

    role: Required[Literal["developer"]]
    """Always `developer`."""
    content: Required[
        str | Sequence[TextContentPart | TextContentPartDict] | Sequence[Any]
    ]
    """The instructions, as text or as parts of text."""
    name: NotRequired[str]
    """Name of the author, to tell apart authors of the same role."""


# Below the class, because schemas may refer to each other in a circle.
from .text_content_part import TextContentPart, TextContentPartDict

set_decoders(
    DeveloperMessage,
    texts={
        "content": list_of(object_of(TextContentPart)),
    },
)
