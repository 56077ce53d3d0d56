# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `WebSearchOptions`."""

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
    is_object,
    model,
)

__all__ = ["WebSearchOptions", "WebSearchOptionsDict"]


@model
class WebSearchOptions(JSONObject):
    """Web search of models named `*-search-api` and `*-search-preview`.

    Attributes:
        search_context_size: How much of what was found the model is given. Default of the
            server: "medium".
        user_location: Where the user is, for results from nearby.
        filters: Domains to search in, such as `example.com`, without `https://`. At most 100
            items.
    """

    search_context_size: SearchContextSize | str | None = None
    user_location: UserLocation | UserLocationDict | None = None
    filters: Sequence[str] | None = None

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if _PLAIN.issuperset(members):
            return self
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("user_location")
        if value is not None:
            members["user_location"] = (
                UserLocation.adopt(value) if is_object(value) else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "search_context_size",
        "user_location",
        "filters",
    ]
)
_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "search_context_size",
        "filters",
    ]
)


class WebSearchOptionsDict(TypedDict):
    """The plain dict that `WebSearchOptions` is made from."""

    search_context_size: NotRequired[SearchContextSize | str]
    """How much of what was found the model is given. Default of the server: "medium"."""
    user_location: NotRequired[UserLocation | UserLocationDict]
    """Where the user is, for results from nearby."""
    filters: NotRequired[Sequence[str]]
    """Domains to search in, such as `example.com`, without `https://`. At most 100 items."""


# Below the class: schemas may refer to each other in a circle.
from .search_context_size import SearchContextSize
from .user_location import UserLocation, UserLocationDict
