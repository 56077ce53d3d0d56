# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ResponseCodeInterpreterTool`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ResponseCodeInterpreterTool", "ResponseCodeInterpreterToolDict"]


@model
class ResponseCodeInterpreterTool(JSONObject):
    """Programs that the model writes, which the provider runs.

    Attributes:
        type: Always `code_interpreter`.
        container: Id of the container in which they run, or how it is made.
    """

    type: Literal["code_interpreter"] = "code_interpreter"
    container: str | Mapping[str, Any] | None = None


@for_pydantic
class ResponseCodeInterpreterToolDict(TypedDict):
    """The plain dict that `ResponseCodeInterpreterTool` is made from."""

    type: Required[Literal["code_interpreter"]]
    """Always `code_interpreter`."""
    container: NotRequired[str | Mapping[str, Any]]
    """Id of the container in which they run, or how it is made."""


# Below the class, because schemas may refer to each other in a circle.
