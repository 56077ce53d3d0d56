# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `AudioReference`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    Required,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    model,
)

__all__ = ["AudioReference", "AudioReferenceDict"]


@model
class AudioReference(JSONObject):
    """Refers to an earlier spoken answer of the model.

    Attributes:
        id: The `audio.id` of that answer. It is good until its `expires_at`.
    """

    id: str

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
        "id",
    ]
)


class AudioReferenceDict(TypedDict):
    """The plain dict that `AudioReference` is made from."""

    id: Required[str]
    """The `audio.id` of that answer. It is good until its `expires_at`."""


# Below the class: schemas may refer to each other in a circle.
