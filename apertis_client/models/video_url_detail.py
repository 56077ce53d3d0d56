# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `VideoURLDetail`."""

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

__all__ = ["VideoURLDetail", "VideoURLDetailDict"]


@model
class VideoURLDetail(JSONObject):
    """Where a video is.

    Attributes:
        url: An http or https address, or the video itself as `data:video/mp4;base64,...`.
            MP4, MOV, AVI, MKV or WebM; length and size depend on the model.
    """

    url: str

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
        "url",
    ]
)


class VideoURLDetailDict(TypedDict):
    """The plain dict that `VideoURLDetail` is made from."""

    url: Required[str]
    """An http or https address, or the video itself as `data:video/mp4;base64,...`. MP4, MOV,
    AVI, MKV or WebM; length and size depend on the model.
    """


# Below the class: schemas may refer to each other in a circle.
