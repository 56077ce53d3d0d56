# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `GoogleThinkingConfig`."""

from __future__ import annotations

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
)

__all__ = ["GoogleThinkingConfig", "GoogleThinkingConfigDict"]


@model
class GoogleThinkingConfig(JSONObject):
    """How much a Gemini model thinks.

    Attributes:
        thinking_budget: Most tokens to spend on thinking.
    """

    thinking_budget: int | None = None

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
        "thinking_budget",
    ]
)


class GoogleThinkingConfigDict(TypedDict):
    """The plain dict that `GoogleThinkingConfig` is made from."""

    thinking_budget: NotRequired[int]
    """Most tokens to spend on thinking."""


# Below the class: schemas may refer to each other in a circle.
