# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `TokenLogprob`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["TokenLogprob", "TokenLogprobDict"]


@model
class TokenLogprob(JSONObject):
    """A generated token, how likely it was, and what else was likely.

    Attributes:
        token: The token.
        logprob: Natural logarithm of the token's probability.
        bytes: The token's UTF-8 bytes. A character can be spread over several tokens.
        top_logprobs: The most likely tokens at this place, as many as `top_logprobs` asked for.
    """

    token: str = promised(default=None)
    logprob: float = promised(default=None)
    bytes: list[int] | None = None
    top_logprobs: list[TopLogprob] | None = None


@for_pydantic
class TokenLogprobDict(TypedDict):
    """The plain dict that `TokenLogprob` is made from."""

    token: NotRequired[str | None]
    """The token."""
    logprob: NotRequired[float | None]
    """Natural logarithm of the token's probability."""
    bytes: NotRequired[Sequence[int] | None]
    """The token's UTF-8 bytes. A character can be spread over several tokens."""
    top_logprobs: NotRequired[Sequence[TopLogprob | TopLogprobDict] | None]
    """The most likely tokens at this place, as many as `top_logprobs` asked for."""


# Below the class, because schemas may refer to each other in a circle.
from .top_logprob import TopLogprob, TopLogprobDict

set_decoders(
    TokenLogprob,
    nested={
        "top_logprobs": list_of(object_of(TopLogprob)),
    },
)
