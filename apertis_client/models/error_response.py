# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ErrorResponse`."""

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

__all__ = ["ErrorResponse", "ErrorResponseDict"]


@model
class ErrorResponse(JSONObject):
    """The body of an error, as a rule; some upstreams have shapes of their own.

    Attributes:
        error: What went wrong.
    """

    error: ErrorObject | str | None = None

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        value = members.get("error")
        if value is not None and not isinstance(value, str):
            members["error"] = (
                ErrorObject.adopt(value) if is_object(value) else decode_unknown(value)
            )
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "error",
    ]
)


class ErrorResponseDict(TypedDict):
    """The plain dict that `ErrorResponse` is made from."""

    error: NotRequired[ErrorObject | ErrorObjectDict | str | None]
    """What went wrong."""


# Below the class: schemas may refer to each other in a circle.
from .error_object import ErrorObject, ErrorObjectDict
