# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `Usage`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["Usage", "UsageDict"]


@model
class Usage(JSONObject):
    """What a completion used, in tokens. Fields can be missing.

    Attributes:
        prompt_tokens: Tokens of the conversation that was sent.
        completion_tokens: Tokens that were generated.
        total_tokens: Both together.
        prompt_tokens_details: What kinds of token the conversation had.
        completion_tokens_details: What kinds of token were generated.
        latency_checkpoint: When the parts of the answer were ready. From some upstreams.
    """

    prompt_tokens: int = promised(default=None)
    completion_tokens: int = promised(default=None)
    total_tokens: int = promised(default=None)
    prompt_tokens_details: PromptTokensDetails | None = None
    completion_tokens_details: CompletionTokensDetails | None = None
    latency_checkpoint: LatencyCheckpoint | None = None


@for_pydantic
class UsageDict(TypedDict):
    """The plain dict that `Usage` is made from."""

    prompt_tokens: NotRequired[int | None]
    """Tokens of the conversation that was sent."""
    completion_tokens: NotRequired[int | None]
    """Tokens that were generated."""
    total_tokens: NotRequired[int | None]
    """Both together."""
    prompt_tokens_details: NotRequired[
        PromptTokensDetails | PromptTokensDetailsDict | None
    ]
    """What kinds of token the conversation had."""
    completion_tokens_details: NotRequired[
        CompletionTokensDetails | CompletionTokensDetailsDict | None
    ]
    """What kinds of token were generated."""
    latency_checkpoint: NotRequired[LatencyCheckpoint | LatencyCheckpointDict | None]
    """When the parts of the answer were ready. From some upstreams."""


# Below the class, because schemas may refer to each other in a circle.
from .completion_tokens_details import (
    CompletionTokensDetails,
    CompletionTokensDetailsDict,
)
from .latency_checkpoint import LatencyCheckpoint, LatencyCheckpointDict
from .prompt_tokens_details import PromptTokensDetails, PromptTokensDetailsDict

set_decoders(
    Usage,
    nested={
        "prompt_tokens_details": object_of(PromptTokensDetails),
        "completion_tokens_details": object_of(CompletionTokensDetails),
        "latency_checkpoint": object_of(LatencyCheckpoint),
    },
)
