# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `AudioVoiceReference`."""

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

__all__ = ["AudioVoiceReference", "AudioVoiceReferenceDict"]


@model
class AudioVoiceReference(JSONObject):
    """A voice given by its id. For OpenAI models.

    Attributes:
        id: Id of the voice.
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


class AudioVoiceReferenceDict(TypedDict):
    """The plain dict that `AudioVoiceReference` is made from."""

    id: Required[str]
    """Id of the voice."""


# Below the class: schemas may refer to each other in a circle.
