# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `AudioReference`."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["AudioReference", "AudioReferenceDict"]


@model
class AudioReference(JSONObject):
    """Refers to an earlier spoken answer of the model.

    Attributes:
        id: The `audio.id` of that answer. It is valid until its `expires_at`.
    """

    id: str


@for_pydantic
class AudioReferenceDict(TypedDict):
    """The plain dict that `AudioReference` is made from."""

    id: Required[str]
    """The `audio.id` of that answer. It is valid until its `expires_at`."""


# Below the class, because schemas may refer to each other in a circle.
