# Generated from openapi.yaml by openapi-python-client 0.29.1: change the spec or
# scripts/templates/, then run `make generate`. Never edit this file.

"""The schema `ChatCompletionChoice`."""

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

    @classmethod
    def adopt(cls, members: dict[str, Any]) -> Self:
        """Build the object from decoded JSON that nobody else needs: it becomes part of it."""
        self = cls.__new__(cls)
        self.__dict__ = members
        if not _KNOWN.issuperset(members):
            cls._keep_unknown(self, _KNOWN)
        value = members.get("message")
        if value is not None:
            if (
                is_object(value)
                and _CHAT_COMPLETION_MESSAGE_PLAIN.issuperset(value)
                and isinstance(value.get("content", ""), str)
            ):
                members["message"] = made = _new(ChatCompletionMessage)
                made.__dict__ = value
            else:
                members["message"] = (
                    ChatCompletionMessage.adopt(value)
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
        "message",
        "finish_reason",
        "logprobs",
    ]
)


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


# Below the class: schemas may refer to each other in a circle.
from .chat_completion_message import ChatCompletionMessage
from .finish_reason import FinishReason
from .logprobs import Logprobs, LogprobsDict

_new: Final = object.__new__
_CHAT_COMPLETION_MESSAGE_PLAIN: Final[frozenset[str]] = frozenset(
    [
        "role",
        "content",
        "refusal",
        "reasoning_content",
        "thinking",
        "reasoning",
    ]
)
