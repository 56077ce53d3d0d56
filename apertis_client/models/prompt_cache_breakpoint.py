# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `PromptCacheBreakpoint`."""

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

__all__ = ["PromptCacheBreakpoint", "PromptCacheBreakpointDict"]


@model
class PromptCacheBreakpoint(JSONObject):
    """Marks the end of what the provider's prompt cache keeps.

    Attributes:
        mode: The kind of mark. The only known one is `explicit`.
    """

    mode: str | None = None

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
        "mode",
    ]
)


class PromptCacheBreakpointDict(TypedDict):
    """The plain dict that `PromptCacheBreakpoint` is made from."""

    mode: NotRequired[str]
    """The kind of mark. The only known one is `explicit`."""


# Below the class: schemas may refer to each other in a circle.
