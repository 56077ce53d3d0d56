# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `WebSource`."""

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

__all__ = ["WebSource", "WebSourceDict"]


@model
class WebSource(JSONObject):
    """A web page behind the answer.

    Attributes:
        title: Title of the page.
        url: Address of the page.
        snippet: The passage of the page that was found.
    """

    title: str | None = None
    url: str | None = None
    snippet: str | None = None

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
        "title",
        "url",
        "snippet",
    ]
)


class WebSourceDict(TypedDict):
    """The plain dict that `WebSource` is made from."""

    title: NotRequired[str | None]
    """Title of the page."""
    url: NotRequired[str | None]
    """Address of the page."""
    snippet: NotRequired[str | None]
    """The passage of the page that was found."""


# Below the class: schemas may refer to each other in a circle.
