# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `StreamOptions`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    NotRequired,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    model,
)

__all__ = ["StreamOptions", "StreamOptionsDict"]


@model
class StreamOptions(JSONObject):
    """Options for a stream.

    Attributes:
        include_usage: Report the token usage near the end of the stream: on the chunk that
            finishes the choice, or on one more chunk, whose `choices` are empty.
        include_obfuscation: Pad the chunks so that their lengths reveal less about the text.
            For OpenAI models.
    """

    include_usage: bool | None = None
    include_obfuscation: bool | None = None

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
        "include_usage",
        "include_obfuscation",
    ]
)


class StreamOptionsDict(TypedDict):
    """The plain dict that `StreamOptions` is made from."""

    include_usage: NotRequired[bool]
    """Report the token usage near the end of the stream: on the chunk that finishes the choice,
    or on one more chunk, whose `choices` are empty.
    """
    include_obfuscation: NotRequired[bool]
    """Pad the chunks so that their lengths reveal less about the text. For OpenAI models."""


# Below the class: schemas may refer to each other in a circle.
