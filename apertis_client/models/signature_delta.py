# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `SignatureDelta`."""

from __future__ import annotations

from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
)
from .._runtime.model import model, promised
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["SignatureDelta", "SignatureDeltaDict"]


@model
class SignatureDelta(JSONObject):
    """The signature of what the model thought.

    Attributes:
        type: Always `signature_delta`.
        signature: The signature.
    """

    type: Literal["signature_delta"] = "signature_delta"
    signature: str = promised(default=None)


@for_pydantic
class SignatureDeltaDict(TypedDict):
    """The plain dict that `SignatureDelta` is made from."""

    type: Required[Literal["signature_delta"]]
    """Always `signature_delta`."""
    signature: NotRequired[str | None]
    """The signature."""


# Below the class, because schemas may refer to each other in a circle.
