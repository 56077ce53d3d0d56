# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `GoogleConfig`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["GoogleConfig", "GoogleConfigDict"]


@model
class GoogleConfig(JSONObject):
    """Options that only Gemini models read.

    Attributes:
        thinking_config: How much the model thinks.
    """

    thinking_config: GoogleThinkingConfig | GoogleThinkingConfigDict | None = None


@for_pydantic
class GoogleConfigDict(TypedDict):
    """The plain dict that `GoogleConfig` is made from."""

    thinking_config: NotRequired[GoogleThinkingConfig | GoogleThinkingConfigDict]
    """How much the model thinks."""


# Below the class, because schemas may refer to each other in a circle.
from .google_thinking_config import GoogleThinkingConfig, GoogleThinkingConfigDict

set_decoders(
    GoogleConfig,
    nested={
        "thinking_config": object_of(GoogleThinkingConfig),
    },
)
