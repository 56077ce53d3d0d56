# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `PredictionContent`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import (
    Any,
    Final,
    Literal,
    Required,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
    is_array,
    is_object,
    model,
)

__all__ = ["PredictionContent", "PredictionContentDict"]


@model
class PredictionContent(JSONObject):
    """Text that most of the answer is expected to repeat.

    Attributes:
        type: Always `content`.
        content: The expected text, as a whole or in parts.
    """

    type: Literal["content"] = "content"
    content: str | Sequence[TextContentPart | TextContentPartDict]

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        value = members.get("content")
        if value is not None and not isinstance(value, str):
            if is_array(value):
                position = 0
                for item in value:
                    value[position] = (
                        TextContentPart.adopt(item)
                        if is_object(item)
                        else decode_unknown(item)
                    )
                    position += 1
            else:
                members["content"] = decode_unknown(value)
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "content",
    ]
)


class PredictionContentDict(TypedDict):
    """The plain dict that `PredictionContent` is made from."""

    type: Required[Literal["content"]]
    """Always `content`."""
    content: Required[str | Sequence[TextContentPart | TextContentPartDict]]
    """The expected text, as a whole or in parts."""


# Below the class: schemas may refer to each other in a circle.
from .text_content_part import TextContentPart, TextContentPartDict
