# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ModelList`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    list_of,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic
from .._runtime.response import ResponseModel

__all__ = ["ModelList", "ModelListDict"]


@model
class ModelList(ResponseModel):
    """The models that the key can use.

    Attributes:
        object: Kind of object, `list`.
        data: The models.
    """

    object: str | None = None
    data: list[Model] = promised(default=None)

    def __iter__(self) -> Iterator[Model]:
        return iter(self.data or ())

    def __len__(self) -> int:
        return len(self.data or ())


@for_pydantic
class ModelListDict(TypedDict):
    """The plain dict that `ModelList` is made from."""

    object: NotRequired[str | None]
    """Kind of object, `list`."""
    data: NotRequired[Sequence[Model | ModelDict] | None]
    """The models."""


# Below the class, because schemas may refer to each other in a circle.
from .model import Model, ModelDict

set_decoders(
    ModelList,
    nested={
        "data": list_of(object_of(Model)),
    },
)
