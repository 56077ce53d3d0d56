# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseFileSearchTool`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseFileSearchTool", "ResponseFileSearchToolDict"]


@model
class ResponseFileSearchTool(JSONObject):
    """Search of files at the provider, which the provider runs.

    Attributes:
        type: Always `file_search`.
        vector_store_ids: Ids of the stores that are searched.
        max_num_results: Most results to return. Range: 1 to 50.
        filters: Which files are searched.
        ranking_options: How what is found is ordered.
    """

    type: Literal["file_search"] = "file_search"
    vector_store_ids: Sequence[str] | None = None
    max_num_results: int | None = None
    filters: Mapping[str, Any] | None = None
    ranking_options: Mapping[str, Any] | None = None


@for_pydantic
class ResponseFileSearchToolDict(TypedDict):
    """The plain dict that `ResponseFileSearchTool` is made from."""

    type: Required[Literal["file_search"]]
    """Always `file_search`."""
    vector_store_ids: NotRequired[Sequence[str]]
    """Ids of the stores that are searched."""
    max_num_results: NotRequired[int]
    """Most results to return. Range: 1 to 50."""
    filters: NotRequired[Mapping[str, Any] | None]
    """Which files are searched."""
    ranking_options: NotRequired[Mapping[str, Any] | None]
    """How what is found is ordered."""


# Below the class, because schemas may refer to each other in a circle.
