# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `Logprobs`."""

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
)

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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if _PLAIN.issuperset(members):
            return self
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("content")
        if value is not None:
            if is_array(value):
                position = 0
                for item in value:
                    value[position] = (
                        TokenLogprob.adopt(item)
                        if is_object(item)
                        else decode_unknown(item)
                    )
                    position += 1
            else:
                members["content"] = decode_unknown(value)
        value = members.get("refusal")
        if value is not None:
            if is_array(value):
                position = 0
                for item in value:
                    value[position] = (
                        TokenLogprob.adopt(item)
                        if is_object(item)
                        else decode_unknown(item)
                    )
                    position += 1
            else:
                members["refusal"] = decode_unknown(value)

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "content",
        "refusal",
    ]
)
_PLAIN: Final[frozenset[str]] = frozenset([])


class LogprobsDict(TypedDict):
    """The plain dict that `Logprobs` is made from."""

    content: NotRequired[Sequence[TokenLogprob | TokenLogprobDict] | None]
    """Those of the message's text."""
    refusal: NotRequired[Sequence[TokenLogprob | TokenLogprobDict] | None]
    """Those of the refusal."""


# Below the class: schemas may refer to each other in a circle.
from .token_logprob import TokenLogprob, TokenLogprobDict
