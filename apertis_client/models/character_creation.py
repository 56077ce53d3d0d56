# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `CharacterCreation`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["CharacterCreation", "CharacterCreationDict"]


@model
class CharacterCreation(JSONObject):
    """How a character is made out of a video.

    Attributes:
        create_self_portrait: Make a portrait of the character.
        save_to_library: Keep the character for other videos.
    """

    create_self_portrait: bool | None = None
    save_to_library: bool | None = None


@for_pydantic
class CharacterCreationDict(TypedDict):
    """The plain dict that `CharacterCreation` is made from."""

    create_self_portrait: NotRequired[bool]
    """Make a portrait of the character."""
    save_to_library: NotRequired[bool]
    """Keep the character for other videos."""


# Below the class, because schemas may refer to each other in a circle.
