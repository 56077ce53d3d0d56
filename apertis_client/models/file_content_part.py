# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `FileContentPart`."""

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

__all__ = ["FileContentPart", "FileContentPartDict"]


@model
class FileContentPart(JSONObject):
    """A file, such as a PDF. For OpenAI models.

    Attributes:
        type: Always `file`.
        file: The file itself or its id.
    """

    type: Literal["file"] = "file"
    file: FileDetail | FileDetailDict

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("file")
        if value is not None:
            members["file"] = (
                FileDetail.adopt(value) if is_object(value) else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "file",
    ]
)


class FileContentPartDict(TypedDict):
    """The plain dict that `FileContentPart` is made from."""

    type: Required[Literal["file"]]
    """Always `file`."""
    file: Required[FileDetail | FileDetailDict]
    """The file itself or its id."""


# Below the class: schemas may refer to each other in a circle.
from .file_detail import FileDetail, FileDetailDict
