# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ChatCompletionChunkChoice`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ChatCompletionChunkChoice", "ChatCompletionChunkChoiceDict"]


@model
class ChatCompletionChunkChoice(JSONObject):
    """What is new in one choice.

    Attributes:
        index: Place of the choice among the choices, from 0.
        delta: What to add to the message.
        finish_reason: Why the model stopped. Null or absent until it does.
        logprobs: Log probabilities of the new tokens. Only if `logprobs` was asked for.
    """

    index: int = promised(default=None)
    delta: ChatCompletionDelta = promised(default=None)
    finish_reason: FinishReason | str | None = None
    logprobs: Logprobs | None = None


@for_pydantic
class ChatCompletionChunkChoiceDict(TypedDict):
    """The plain dict that `ChatCompletionChunkChoice` is made from."""

    index: NotRequired[int | None]
    """Place of the choice among the choices, from 0."""
    delta: NotRequired[ChatCompletionDelta | ChatCompletionDeltaDict | None]
    """What to add to the message."""
    finish_reason: NotRequired[FinishReason | str | None]
    """Why the model stopped. Null or absent until it does."""
    logprobs: NotRequired[Logprobs | LogprobsDict | None]
    """Log probabilities of the new tokens. Only if `logprobs` was asked for."""


# Below the class, because schemas may refer to each other in a circle.
from .chat_completion_delta import ChatCompletionDelta, ChatCompletionDeltaDict
from .finish_reason import FinishReason
from .logprobs import Logprobs, LogprobsDict

set_decoders(
    ChatCompletionChunkChoice,
    nested={
        "delta": object_of(ChatCompletionDelta),
        "logprobs": object_of(Logprobs),
    },
)
