# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `Usage`."""

from __future__ import annotations

from typing import (
    Any,
    Final,
    NotRequired,
    Self,
    TypedDict,
)

from .._runtime.json_object import (
    JSONObject,
    decode_unknown,
    is_object,
    model,
    promised,
)

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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if _PLAIN.issuperset(members):
            return self
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("prompt_tokens_details")
        if value is not None:
            members["prompt_tokens_details"] = (
                PromptTokensDetails.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )
        value = members.get("completion_tokens_details")
        if value is not None:
            members["completion_tokens_details"] = (
                CompletionTokensDetails.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )
        value = members.get("latency_checkpoint")
        if value is not None:
            members["latency_checkpoint"] = (
                LatencyCheckpoint.adopt(value)
                if is_object(value)
                else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "prompt_tokens",
        "completion_tokens",
        "total_tokens",
        "prompt_tokens_details",
        "completion_tokens_details",
        "latency_checkpoint",
    ]
)
_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "prompt_tokens",
        "completion_tokens",
        "total_tokens",
    ]
)


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


# Below the class: schemas may refer to each other in a circle.
from .completion_tokens_details import (
    CompletionTokensDetails,
    CompletionTokensDetailsDict,
)
from .latency_checkpoint import LatencyCheckpoint, LatencyCheckpointDict
from .prompt_tokens_details import PromptTokensDetails, PromptTokensDetailsDict
