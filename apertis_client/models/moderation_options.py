# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ModerationOptions`."""

from __future__ import annotations

from typing import Any, NotRequired, Required, TypedDict

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ModerationOptions", "ModerationOptionsDict"]


@model
class ModerationOptions(JSONObject):
    """How the provider moderates the request and the answer.

    Attributes:
        model: Id of the moderation model.
        policy: What to do about what was found, in the provider's own form.
    """

    model: str
    policy: Any = None


@for_pydantic
class ModerationOptionsDict(TypedDict):
    """The plain dict that `ModerationOptions` is made from."""

    model: Required[str]
    """Id of the moderation model."""
    policy: NotRequired[Any]
    """What to do about what was found, in the provider's own form."""


# Below the class, because schemas may refer to each other in a circle.

set_decoders(
    ModerationOptions,
    nested={
        "policy": decode_unknown,
    },
)
