# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `Logprobs`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    list_of,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["Logprobs", "LogprobsDict"]


@model
class Logprobs(JSONObject):
    """Log probabilities of the generated tokens.

    Attributes:
        content: Those of the message's text.
        refusal: Those of the refusal.
    """

    content: list[TokenLogprob] | None = None
    refusal: list[TokenLogprob] | None = None


@for_pydantic
class LogprobsDict(TypedDict):
    """The plain dict that `Logprobs` is made from."""

    content: NotRequired[Sequence[TokenLogprob | TokenLogprobDict] | None]
    """Those of the message's text."""
    refusal: NotRequired[Sequence[TokenLogprob | TokenLogprobDict] | None]
    """Those of the refusal."""


# Below the class, because schemas may refer to each other in a circle.
from .token_logprob import TokenLogprob, TokenLogprobDict

set_decoders(
    Logprobs,
    nested={
        "content": list_of(object_of(TokenLogprob)),
        "refusal": list_of(object_of(TokenLogprob)),
    },
)
