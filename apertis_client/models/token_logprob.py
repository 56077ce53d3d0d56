# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `TokenLogprob`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import (
    Any,
    Final,
    NotRequired,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
    is_array,
    is_object,
    model,
    promised,
)

__all__ = ["TokenLogprob", "TokenLogprobDict"]


@model
class TokenLogprob(JSONObject):
    """A generated token, how likely it was, and what else was likely.

    Attributes:
        token: The token.
        logprob: Natural logarithm of the token's probability.
        bytes: The token's UTF-8 bytes. A character can be spread over several tokens.
        top_logprobs: The most likely tokens at this place, as many as `top_logprobs` asked
            for.
    """

    token: str = promised(default=None)
    logprob: float = promised(default=None)
    bytes: list[int] | None = None
    top_logprobs: list[TopLogprob] | None = None

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if _PLAIN.issuperset(members):
            return self
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("top_logprobs")
        if value is not None:
            if is_array(value):
                position = 0
                for item in value:
                    value[position] = (
                        TopLogprob.adopt(item)
                        if is_object(item)
                        else decode_unknown(item)
                    )
                    position += 1
            else:
                members["top_logprobs"] = decode_unknown(value)

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "token",
        "logprob",
        "bytes",
        "top_logprobs",
    ]
)
_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "token",
        "logprob",
        "bytes",
    ]
)


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


# Below the class: schemas may refer to each other in a circle.
from .top_logprob import TopLogprob, TopLogprobDict
