# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ModelList`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import (
    Any,
    Final,
    NotRequired,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    decode_unknown,
    is_array,
    is_object,
    model,
    promised,
)
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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("data")
        if value is not None:
            if is_array(value):
                position = 0
                for item in value:
                    if is_object(item) and _MODEL_PLAIN.issuperset(item):
                        value[position] = made = _new(Model)
                        made.__dict__ = item
                    else:
                        value[position] = (
                            Model.adopt(item)
                            if is_object(item)
                            else decode_unknown(item)
                        )
                    position += 1
            else:
                members["data"] = decode_unknown(value)

        return self

    def __iter__(self) -> Iterator[Model]:
        return iter(self.data or ())

    def __len__(self) -> int:
        return len(self.data or ())


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "object",
        "data",
    ]
)


class ModelListDict(TypedDict):
    """The plain dict that `ModelList` is made from."""

    object: NotRequired[str | None]
    """Kind of object, `list`."""
    data: NotRequired[Sequence[Model | ModelDict] | None]
    """The models."""


# Below the class: schemas may refer to each other in a circle.
from .model import Model, ModelDict

_new: Final = object.__new__
_MODEL_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "id",
        "object",
        "created",
        "owned_by",
        "name",
        "root",
        "parent",
        "multiplier",
        "tier",
        "context_length",
    ]
)
