# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `Character`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.response import ResponseModel

__all__ = ["Character", "CharacterDict"]


@model
class Character(ResponseModel):
    """A character that can appear in videos.

    Attributes:
        id: Its id.
        username: The name by which prompts call it, after an `@`.
        permalink: Its page.
        profile_picture_url: Its picture.
    """

    id: str = promised(default=None)
    username: str = promised(default=None)
    permalink: str | None = None
    profile_picture_url: str | None = None


@for_pydantic
class CharacterDict(TypedDict):
    """The plain dict that `Character` is made from."""

    id: NotRequired[str | None]
    """Its id."""
    username: NotRequired[str | None]
    """The name by which prompts call it, after an `@`."""
    permalink: NotRequired[str | None]
    """Its page."""
    profile_picture_url: NotRequired[str | None]
    """Its picture."""


# Below the class, because schemas may refer to each other in a circle.
