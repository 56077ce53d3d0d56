# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `StreamOptions`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["StreamOptions", "StreamOptionsDict"]


@model
class StreamOptions(JSONObject):
    """Options for a stream.

    Attributes:
        include_usage: Report the token usage near the end of the stream: on the chunk that
            finishes the choice, or on one more chunk, whose `choices` are empty.
        include_obfuscation: Pad the chunks so that their lengths reveal less about the text.
            For OpenAI models.
    """

    include_usage: bool | None = None
    include_obfuscation: bool | None = None


@for_pydantic
class StreamOptionsDict(TypedDict):
    """The plain dict that `StreamOptions` is made from."""

    include_usage: NotRequired[bool]
    """Report the token usage near the end of the stream: on the chunk that finishes the choice, or
    on one more chunk, whose `choices` are empty.
    """
    include_obfuscation: NotRequired[bool]
    """Pad the chunks so that their lengths reveal less about the text. For OpenAI models."""


# Below the class, because schemas may refer to each other in a circle.
