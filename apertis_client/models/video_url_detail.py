# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `VideoURLDetail`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Final,
    Required,
    Self,
    TypedDict,
)

from attrs import define

from ..json_object import JSONObject

__all__ = ["VideoURLDetail", "VideoURLDetailDict"]


@define(kw_only=True, slots=False, eq=False, repr=False)
class VideoURLDetail(JSONObject):
    """Where a video is.

    Attributes:
        url: An http or https address, or the video itself as `data:video/mp4;base64,...`.
            MP4, MOV, AVI, MKV or WebM; length and size depend on the model.
    """

    url: str

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Build the object from decoded JSON, keeping every member. `src` is not changed."""
        self = cls.__new__(cls)
        members = self.__dict__
        members.update(src)
        if not _KNOWN.issuperset(members):
            self._keep_unknown(_KNOWN)
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
