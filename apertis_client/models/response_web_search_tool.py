# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseWebSearchTool`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseWebSearchTool", "ResponseWebSearchToolDict"]


@model
class ResponseWebSearchTool(JSONObject):
    """Search of the web, which the provider runs.

    Attributes:
        type: Always `web_search`.
        search_context_size: How much of what is found the model is given.
        user_location: Where the user is, roughly.
        filters: Which pages are searched.
    """

    type: Literal["web_search"] = "web_search"
    search_context_size: SearchContextSize | str | None = None
    user_location: Mapping[str, Any] | None = None
    filters: Mapping[str, Any] | None = None


@for_pydantic
class ResponseWebSearchToolDict(TypedDict):
    """The plain dict that `ResponseWebSearchTool` is made from."""

    type: Required[Literal["web_search"]]
    """Always `web_search`."""
    search_context_size: NotRequired[SearchContextSize | str]
    """How much of what is found the model is given."""
    user_location: NotRequired[Mapping[str, Any] | None]
    """Where the user is, roughly."""
    filters: NotRequired[Mapping[str, Any] | None]
    """Which pages are searched."""


# Below the class, because schemas may refer to each other in a circle.
from .search_context_size import SearchContextSize
