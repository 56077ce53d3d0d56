# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `Function`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["Function", "FunctionDict"]


@model
class Function(JSONObject):
    """A function to call and its arguments.

    Attributes:
        name: Name of the function.
        arguments: The arguments, as JSON text. The model may write invalid JSON or arguments
            that the function does not have. Some upstreams send null, or the object itself.
    """

    name: str = promised(default=None)
    arguments: str = promised(default=None)


@for_pydantic
class FunctionDict(TypedDict):
    """The plain dict that `Function` is made from."""

    name: NotRequired[str | None]
    """Name of the function."""
    arguments: NotRequired[str | None]
    """The arguments, as JSON text. The model may write invalid JSON or arguments that the function
    does not have. Some upstreams send null, or the object itself.
    """


# Below the class, because schemas may refer to each other in a circle.
