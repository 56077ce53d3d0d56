# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ChatCompletionChunkChoice`."""

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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("delta")
        if value is not None:
            if (
                is_object(value)
                and _CHAT_COMPLETION_DELTA_PLAIN.issuperset(value)
                and isinstance(value.get("content", ""), str)
            ):
                members["delta"] = made = _new(ChatCompletionDelta)
                made.__dict__ = value
            else:
                members["delta"] = (
                    ChatCompletionDelta.adopt(value)
                    if is_object(value)
                    else decode_unknown(value)
                )
        value = members.get("logprobs")
        if value is not None:
            members["logprobs"] = (
                Logprobs.adopt(value) if is_object(value) else decode_unknown(value)
            )

        return self


_KNOWN: Final[frozenset[str]] = frozenset(
    [
        "index",
        "delta",
        "finish_reason",
        "logprobs",
    ]
)


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


# Below the class: schemas may refer to each other in a circle.
from .chat_completion_delta import ChatCompletionDelta, ChatCompletionDeltaDict
from .finish_reason import FinishReason
from .logprobs import Logprobs, LogprobsDict

_new: Final = object.__new__
_CHAT_COMPLETION_DELTA_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "role",
        "content",
        "refusal",
        "reasoning_content",
        "thinking",
        "reasoning",
    ]
)
