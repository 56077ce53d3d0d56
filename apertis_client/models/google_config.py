# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `GoogleConfig`."""

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
    decode_unknown,
    is_object,
    model,
)

__all__ = ["GoogleConfig", "GoogleConfigDict"]


@model
class GoogleConfig(JSONObject):
    """Options that only Gemini models read.

    Attributes:
        thinking_config: How much the model thinks.
    """

    thinking_config: GoogleThinkingConfig | GoogleThinkingConfigDict | None = None

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if _PLAIN.issuperset(members):
            return self
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("thinking_config")
        if value is not None:
            members["thinking_config"] = (
                GoogleThinkingConfig.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "thinking_config",
    ]
)
_PLAIN: Final[frozenset[str]] = frozenset([])


class GoogleConfigDict(TypedDict):
    """The plain dict that `GoogleConfig` is made from."""

    thinking_config: NotRequired[GoogleThinkingConfig | GoogleThinkingConfigDict]
    """How much the model thinks."""


# Below the class: schemas may refer to each other in a circle.
from .google_thinking_config import GoogleThinkingConfig, GoogleThinkingConfigDict
