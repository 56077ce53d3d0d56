# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `TopLogprob`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["TopLogprob", "TopLogprobDict"]


@model
class TopLogprob(JSONObject):
    """A likely token and how likely it was.

    Attributes:
        token: The token.
        logprob: Natural logarithm of the token's probability.
        bytes: The token's UTF-8 bytes. A character can be spread over several tokens.
    """

    token: str = promised(default=None)
    logprob: float = promised(default=None)
    bytes: list[int] | None = None


@for_pydantic
class TopLogprobDict(TypedDict):
    """The plain dict that `TopLogprob` is made from."""

    token: NotRequired[str | None]
    """The token."""
    logprob: NotRequired[float | None]
    """Natural logarithm of the token's probability."""
    bytes: NotRequired[Sequence[int] | None]
    """The token's UTF-8 bytes. A character can be spread over several tokens."""


# Below the class, because schemas may refer to each other in a circle.
