# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/, then run `make generate`. Never edit this file.

"""The schema `ChatCompletionChoice`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._runtime.json_object import (
    JSONObject,
    object_of,
)
from .._runtime.model import model, promised, set_decoders
from .._runtime.pydantic_schema import for_pydantic

__all__ = ["ChatCompletionChoice", "ChatCompletionChoiceDict"]


@model
class ChatCompletionChoice(JSONObject):
    """One of the answers of a completion.

    Attributes:
        index: Place of the choice among the choices, from 0.
        message: The message that the model wrote.
        finish_reason: Why the model stopped.
        logprobs: Log probabilities of the tokens. Only if `logprobs` was asked for.
    """

    index: int = promised(default=None)
    message: ChatCompletionMessage = promised(default=None)
    finish_reason: FinishReason | str | None = None
    logprobs: Logprobs | None = None


@for_pydantic
class ChatCompletionChoiceDict(TypedDict):
    """The plain dict that `ChatCompletionChoice` is made from."""

    index: NotRequired[int | None]
    """Place of the choice among the choices, from 0."""
    message: NotRequired[ChatCompletionMessage | None]
    """The message that the model wrote."""
    finish_reason: NotRequired[FinishReason | str | None]
    """Why the model stopped."""
    logprobs: NotRequired[Logprobs | LogprobsDict | None]
    """Log probabilities of the tokens. Only if `logprobs` was asked for."""


# Below the class, because schemas may refer to each other in a circle.
from .chat_completion_message import ChatCompletionMessage
from .finish_reason import FinishReason
from .logprobs import Logprobs, LogprobsDict

set_decoders(
    ChatCompletionChoice,
    nested={
        "message": object_of(ChatCompletionMessage),
        "logprobs": object_of(Logprobs),
    },
)
