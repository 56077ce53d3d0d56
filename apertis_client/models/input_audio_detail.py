# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `InputAudioDetail`."""

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

__all__ = ["InputAudioDetail", "InputAudioDetailDict"]


@model
class InputAudioDetail(JSONObject):
    """A sound recording and its format.

    Attributes:
        data: The recording, in base64.
        format: Format of the recording. OpenAI models know `wav` and `mp3` only.
    """

    data: str
    format: InputAudioFormat | str

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
        "data",
        "format",
    ]
)


class InputAudioDetailDict(TypedDict):
    """The plain dict that `InputAudioDetail` is made from."""

    data: Required[str]
    """The recording, in base64."""
    format: Required[InputAudioFormat | str]
    """Format of the recording. OpenAI models know `wav` and `mp3` only."""


# Below the class: schemas may refer to each other in a circle.
from .input_audio_format import InputAudioFormat
