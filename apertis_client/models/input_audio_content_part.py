# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `InputAudioContentPart`."""

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

__all__ = ["InputAudioContentPart", "InputAudioContentPartDict"]


@model
class InputAudioContentPart(JSONObject):
    """A sound recording, for models that can hear.

    Attributes:
        type: Always `input_audio`.
        input_audio: The recording and its format.
    """

    type: Literal["input_audio"] = "input_audio"
    input_audio: InputAudioDetail | InputAudioDetailDict

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("input_audio")
        if value is not None:
            members["input_audio"] = (
                InputAudioDetail.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "type",
        "input_audio",
    ]
)


class InputAudioContentPartDict(TypedDict):
    """The plain dict that `InputAudioContentPart` is made from."""

    type: Required[Literal["input_audio"]]
    """Always `input_audio`."""
    input_audio: Required[InputAudioDetail | InputAudioDetailDict]
    """The recording and its format."""


# Below the class: schemas may refer to each other in a circle.
from .input_audio_detail import InputAudioDetail, InputAudioDetailDict
