# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `WebSearchOptions`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

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


@for_pydantic
class WebSearchOptionsDict(TypedDict):
    """The plain dict that `WebSearchOptions` is made from."""

    search_context_size: NotRequired[SearchContextSize | str]
    """How much of what was found the model is given. Default of the server: "medium"."""
    user_location: NotRequired[UserLocation | UserLocationDict]
    """Where the user is, for results from nearby."""
    filters: NotRequired[Sequence[str]]
    """Domains to search in, such as `example.com`, without `https://`. At most 100 items."""


# Below the class, because schemas may refer to each other in a circle.
from .search_context_size import SearchContextSize
from .user_location import UserLocation, UserLocationDict

set_decoders(
    WebSearchOptions,
    nested={
        "user_location": object_of(UserLocation),
    },
)
