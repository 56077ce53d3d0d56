# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ModerationOptions`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    NotRequired,
    Required,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
    model,
)

__all__ = ["ModerationOptions", "ModerationOptionsDict"]


@model
class ModerationOptions(JSONObject):
    """How the provider moderates the request and the answer.

    Attributes:
        model: Id of the moderation model.
        policy: What to do about what was found, in the provider's own form.
    """

    model: str
    policy: Any = None

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if _PLAIN.issuperset(members):
            return self
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("policy")
        if value is not None:
            members["policy"] = decode_unknown(value)

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "model",
        "policy",
    ]
)
_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "model",
    ]
)


class ModerationOptionsDict(TypedDict):
    """The plain dict that `ModerationOptions` is made from."""

    model: Required[str]
    """Id of the moderation model."""
    policy: NotRequired[Any]
    """What to do about what was found, in the provider's own form."""


# Below the class: schemas may refer to each other in a circle.
