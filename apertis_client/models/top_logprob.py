# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `TopLogprob`."""

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
    model,
    promised,
)

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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "token",
        "logprob",
        "bytes",
    ]
)


class TopLogprobDict(TypedDict):
    """The plain dict that `TopLogprob` is made from."""

    token: NotRequired[str | None]
    """The token."""
    logprob: NotRequired[float | None]
    """Natural logarithm of the token's probability."""
    bytes: NotRequired[Sequence[int] | None]
    """The token's UTF-8 bytes. A character can be spread over several tokens."""


# Below the class: schemas may refer to each other in a circle.
