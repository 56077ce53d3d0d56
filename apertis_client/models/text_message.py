# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `TextMessage`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["TextMessage", "TextMessageDict"]


@model
class TextMessage(JSONObject):
    """One message of the conversation. `role` tells which kind it is. Here the program chooses it
    as it runs.

    Attributes:
        role: One of `user`, `assistant`, `system`, `developer`.
        content: The message, as text or as parts. Which kinds of part are understood depends on
            the model.
        name: Name of the author, to tell apart authors of the same role.
    """

    role: (
        Literal["user"]
        | Literal["assistant"]
        | Literal["system"]
        | Literal["developer"]
    )
    content: str
    name: str | None = None


@for_pydantic
class TextMessageDict(TypedDict):
    """The plain dict that `TextMessage` is made from."""

    role: Required[
        Literal["user"]
        | Literal["assistant"]
        | Literal["system"]
        | Literal["developer"]
    ]
    """One of `user`, `assistant`, `system`, `developer`."""
    content: Required[str]
    """The message, as text or as parts. Which kinds of part are understood depends on the model."""
    name: NotRequired[str]
    """Name of the author, to tell apart authors of the same role."""


# Below the class, because schemas may refer to each other in a circle.
