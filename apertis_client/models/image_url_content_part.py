# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ImageURLContentPart`."""

from __future__ import annotations

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
    is_object,
    model,
)

__all__ = ["ImageURLContentPart", "ImageURLContentPartDict"]


@model
class ImageURLContentPart(JSONObject):
    """An image, for models that can see.

    Attributes:
        type: Always `image_url`.
        image_url: Where the image is and how closely to look at it.
    """

    type: Literal["image_url"] = "image_url"
    image_url: ImageURLDetail | ImageURLDetailDict

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("image_url")
        if value is not None:
            members["image_url"] = (
                ImageURLDetail.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "image_url",
    ]
)


class ImageURLContentPartDict(TypedDict):
    """The plain dict that `ImageURLContentPart` is made from."""

    type: Required[Literal["image_url"]]
    """Always `image_url`."""
    image_url: Required[ImageURLDetail | ImageURLDetailDict]
    """Where the image is and how closely to look at it."""


# Below the class: schemas may refer to each other in a circle.
from .image_url_detail import ImageURLDetail, ImageURLDetailDict
